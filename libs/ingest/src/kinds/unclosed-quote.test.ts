import { expect, test } from 'vitest';
import { importBytes } from '../tables/fixtures/import-bytes.js';

test('a quote that never closes is reported with its line', async () => {
  const rows = Array.from({ length: 400 }, (_, i) => `${i},word ${i % 7},${i % 2 ? 'good' : 'bad'}`);
  rows[390] = '390,"word,good';
  const { pack } = await importBytes('open.csv', `number,word,class\n${rows.join('\n')}\n`);
  expect(pack.manifest.warnings).toContain(
    'The quote that opens in line 392 never closes, so everything after it is one cell. Close it, or write quotes within cells twice.',
  );
});
