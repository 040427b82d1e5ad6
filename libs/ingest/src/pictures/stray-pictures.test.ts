import { expect, test } from 'vitest';
import { importBytes } from '../tables/fixtures/import-bytes.js';
import { imported, png, two, zip } from './fixtures/imported.js';

const rows = Array.from({ length: 12 }, (_, i) => `${i},${i % 5},${i % 2 ? 'x' : 'y'}`);
const table = `size,age,label\n${rows.join('\n')}\n`;

test('a table beside a plot and notes is imported, and they are left out', async () => {
  const { pack } = await importBytes(
    'a.zip',
    zip([
      ['data.csv', table],
      ['plot.png', await png('#f00')],
      ['notes.txt', 'Hello.'],
    ]),
  );
  expect(pack.manifest).toMatchObject({ modality: 'TABLE', count: 12 });
  expect(pack.manifest.warnings.slice(0, 2)).toEqual([
    'The table was read from data.csv.',
    '2 other files were left out: notes.txt, plot.png.',
  ]);
});

test('pictures in class folders are examples, whatever table lies beside them', async () => {
  const [cat, , dog] = await two();
  expect((await imported([cat!, dog!, ['data.csv', table]])).classes).toEqual(['cat 1', 'dog 1']);
});

test('a table that names the two pictures gives them their classes', async () => {
  const files = [
    ['1.png', await png('#f00')],
    ['2.png', await png('#00f')],
    ['labels.csv', 'file,label\n1.png,cat\n2.png,dog\n'],
  ] as const;
  expect((await imported(files)).classes).toEqual(['cat 1', 'dog 1']);
});
