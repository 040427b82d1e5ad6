import { expect, test } from 'vitest';
import { cellTextOf } from './cell-text.js';

test.each([
  [['a'], 'a'],
  [{ score: 'bad' }, 'bad'],
  [{ scores: [3] }, '3'],
  [[], ''],
  [['a', 'b'], '["a","b"]'],
  [{ a: 1, b: 2n }, '{"a":1,"b":"2"}'],
])('%o is the cell %s', (value, text) => {
  expect(cellTextOf(value)).toBe(text);
});
