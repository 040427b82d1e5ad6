import { expect, test } from 'vitest';
import { readNumberCell } from './read-cell.js';
import { writeCell } from './write-cell.js';

test('a number gets the decimal sign of its column', () => {
  expect(writeCell(161.5678, { as: 'WRITTEN', decimal: ',', unit: '' })).toBe('161,6');
  expect(writeCell(0.1234567)).toBe('0.1235');
});

// 5 July 2024 is day 19,909 since 1970.
test.each([
  ['YMD', '2024-07-05'],
  ['DMY', '05.07.2024'],
  ['MDY', '07/05/2024'],
] as const)('a date is written in the order %s, and read back', (order, text) => {
  expect(writeCell(19_909.4, { as: 'DATE', order })).toBe(text);
  expect(readNumberCell(text, { as: 'DATE', order })).toBe(19_909);
});
