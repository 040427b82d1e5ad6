import { expect, test } from 'vitest';
import { importBytes } from '../tables/fixtures/import-bytes.js';

const csv = `text,label,when\n${Array.from({ length: 12 }, (_, i) => `words of row ${i},${i % 2 ? 'x' : 'y'},2024-01-${10 + i}`).join('\n')}\n`;

test('a role that a data set of texts does not use is reported', async () => {
  const { pack } = await importBytes('a.csv', csv, { roles: [{ column: 'when', role: 'DATE' }] });
  expect(pack.manifest.warnings).toContain(
    '1 column was chosen as numbers, categories or dates and left out, since a data set of texts does not use it: when. Choose no text column to use it.',
  );
});

test('of many unknown columns three are named', async () => {
  const roles = Array.from({ length: 5000 }, (_, i) => ({ column: `no ${i}`, role: 'TEXT' as const }));
  await expect(importBytes('a.csv', csv, { roles })).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message:
      'The plan names 5000 columns that the table does not have: "no 0", "no 1", "no 2" and 4997 more. Its columns are: text, label, when.',
  });
});
