import { expect, test } from 'vitest';
import { randomFrom } from '../../random/random.js';
import { matrix } from '../algebra/matrix.js';
import { rowsPerTree } from './rows-per-tree.js';

const supportOf = (labels: Int32Array) => ({ features: matrix(labels.length, 0), labels, ways: 3 });
const few = supportOf(Int32Array.of(0, 1, 2, 1));
/** 24,000 of the first class, 900 of the second, 1,100 of the third. */
const many = supportOf(Int32Array.from({ length: 26_000 }, (_, i) => (i < 24_000 ? 0 : i < 24_900 ? 1 : 2)));
const classesOf = (rows: Int32Array) =>
  rows.reduce((counts, row) => counts.with(many.labels[row]!, counts[many.labels[row]!]! + 1), [0, 0, 0]);

test('few examples are drawn as often as they are', () => {
  const { counts, draw } = rowsPerTree(few, true);
  expect([...counts]).toEqual([1, 2, 1]);
  expect(draw(randomFrom(1))).toHaveLength(4);
});

test('without drawing again a tree has each once', () => {
  expect(rowsPerTree(few, false).draw(randomFrom(1))).toEqual(Int32Array.of(0, 1, 2, 3));
});

test.each([true, false])(
  'of many the large class gives what the small ones leave (drawn again: %s)',
  (again) => {
    const { counts, draw } = rowsPerTree(many, again);
    expect([...counts]).toEqual([18_000, 900, 1100]);
    expect(classesOf(draw(randomFrom(1)))).toEqual([18_000, 900, 1100]);
  },
);

test('without drawing again no example is there twice', () => {
  expect(new Set(rowsPerTree(many, false).draw(randomFrom(2))).size).toBe(20_000);
});
