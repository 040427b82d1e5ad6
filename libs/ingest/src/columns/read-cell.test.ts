import { expect, test } from 'vitest';
import { readNumberCell } from './read-cell.js';

test.each(['1e999', '-1e400', '1e300'])('%s is too large to be read, not missing', (cell) => {
  expect(readNumberCell(cell)).toBeUndefined();
});

test.each(['', 'NaN', 'n/a', 'inf'])('%j is missing', (cell) => {
  expect(readNumberCell(cell)).toBeNaN();
});
