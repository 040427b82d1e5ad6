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

const visits = (names: string, line: (i: number) => string) =>
  importBytes(
    'a.csv',
    `${names},label\n${Array.from({ length: 60 }, (_, i) => `${line(i)},${i % 2 ? 'x' : 'y'}`).join('\n')}\n`,
  );

test('ids of patients that come again are left out, and said so', async () => {
  const { pack } = await visits('patient_id,age', (i) => `${1000 + (i % 20)},${20 + (i % 7) * 1.5}`);
  expect(pack.manifest.columns?.map(({ name }) => name)).toEqual(['age']);
  expect(pack.manifest.warnings.join()).toMatch(/several rows belong to.*patient_id.*Choose category/);
});

test('numbers of folds are left out', async () => {
  const { pack } = await visits('kfold,age', (i) => `${i % 5},${20 + (i % 7) * 1.5}`);
  expect(pack.manifest.columns?.map(({ name }) => name)).toEqual(['age']);
});
