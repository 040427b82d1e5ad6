import { expect, test } from 'vitest';
import { isTooLarge, readNumberCell } from './read-cell.js';

test.each(['1e999', '-1e400', '1e300'])('%s is too large to be read, not missing', (cell) => {
  expect(readNumberCell(cell)).toBeUndefined();
  expect(isTooLarge(cell)).toBe(true);
});

test('a word is not a number that is too large', () => {
  expect(isTooLarge('wide')).toBe(false);
});

test.each(['', 'NaN', 'n/a', 'inf'])('%j is missing', (cell) => {
  expect(readNumberCell(cell)).toBeNaN();
});
