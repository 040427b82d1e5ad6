import { expect, test } from 'vitest';
import { importBytes } from '../../tables/fixtures/import-bytes.js';

/** Rows of a measurement that repeats every 7, a column, and classes in turn. */
const csv = (rows: number, column: (i: number) => string, classes = ['pos', 'neg']) =>
  `size,outcome,label\n${Array.from({ length: rows }, (_, i) => `${i % 7}.5,${column(i)},${classes[i % classes.length]}`).join('\n')}\n`;
const warned = async (text: string) =>
  (await importBytes('a.csv', text, { labelColumn: 'label' })).pack.manifest.warnings.filter((warning) =>
    warning.includes('gives the class away'),
  );

test('a column that renames the class is warned of, missing cells aside', async () => {
  expect(await warned(csv(40, (i) => (i === 5 ? '' : i % 2 ? 'no' : 'yes')))).toEqual([
    'Column "outcome" gives the class away: in all 39 rows that have both, each of its values stands for one class. Ignore it if it is the answer written twice, or not known yet when the model is asked.',
  ]);
});

test('one row that differs is no renaming', async () => {
  expect(await warned(csv(40, (i) => (i === 5 || i % 2 === 0 ? 'yes' : 'no')))).toEqual([]);
});

test('few rows may match by accident', async () => {
  expect(await warned(csv(8, (i) => (i % 2 ? 'no' : 'yes')))).toEqual([]);
});

test('of two columns for one class each, finer values are what is learned from', async () => {
  expect(await warned(csv(40, (i) => `kind ${i % 4}`))).toEqual([]);
});
