import { expect, test } from 'vitest';
import { isMissing, parseNumber, plainNumber } from './parse-number.js';

test.each([
  ['1,234.5', 1234.5, ''],
  ['€ 12', 12, ''],
  ['$1,000', 1000, ''],
  ['45 %', 45, '%'],
  ['−3', -3, ''],
  ['(7.5)', -7.5, ''],
  ['1 234 567', 1234567, ''],
  ["1'234", 1234, ''],
  ['5.3cm', 5.3, 'cm'],
  ['21℃', 21, '℃'],
  ['Rs. 1,10,000/-', 110000, ''],
  ['CHF 20.--', 20, ''],
  ['20 Stk.', 20, 'stk'],
  ['5.50-', -5.5, ''],
  ['~3 min', 3, 'min'],
  ['2.5k', 2500, ''],
  ['85 lakh', 8500000, ''],
  ['₹1.2 Cr', 12000000, ''],
  ['3.5 million', 3500000, ''],
  ['<0.5', 0.5, ''],
  ['≥ 10 mg', 10, 'mg'],
  ['１２．５', 12.5, ''],
  ['￥1,000', 1000, ''],
  ['RM 1,250.50', 1250.5, ''],
  ['NT$300', 300, ''],
  ['٣٫٥', 3.5, ''],
  ['1e-3', 0.001, ''],
  ['3½', 3.5, ''],
  ['-¼ in', -0.25, 'in'],
  ['2.1×10^4', 21000, ''],
  ['5 x 10⁻³ mol', 0.005, 'mol'],
  ['0.25 ± 0.05', 0.25, ''],
  ['12.1+/-0.3 mm', 12.1, 'mm'],
  ['1h 20m', 4800, 's'],
  ['2 min 5.5 s', 125.5, 's'],
])('%s is %d with points', (cell, value, unit) => {
  expect(parseNumber(cell, { decimal: '.' })).toEqual({ value, unit });
});

test.each([
  ['1.234,5', 1234.5],
  ['7,4', 7.4],
  ['Rp 1.250.000,00', 1250000],
  ['-0,5', -0.5],
  ['2½', 2.5],
  ['1,5·10^3', 1500],
  ['20,- €', 20],
  ['2.500,-- €', 2500],
])('%s is %d with commas', (cell, value) => {
  expect(parseNumber(cell, { decimal: ',' })?.value).toBe(value);
});

test.each(['1,23', 'A5', '1.2.3', '--5', '12 34', '½½', '1.5×10', ''])(
  '%s is not a number with points',
  (cell) => {
    expect(parseNumber(cell, { decimal: '.' })).toBeUndefined();
  },
);

test('programs write neither hexadecimal numbers nor infinity into tables', () => {
  expect(['0x1F', 'Infinity', ' ', '1_000'].map(plainNumber)).toEqual([NaN, NaN, NaN, NaN]);
});

test.each(['', ' ', '?', '-', 'NA', 'n/a', '#N/A', 'NaN', 'NULL', '\\N', 'inf'])(
  '"%s" is missing',
  (cell) => {
    expect(isMissing(cell)).toBe(true);
  },
);

test.each(['0', 'no', 'unknown', 'a-b', '1999'])('"%s" is present', (cell) => {
  expect(isMissing(cell)).toBe(false);
});

test.each([
  ['%33', 33, '%'],
  ['12,34,500', 1234500, ''],
  ['01:02:03', 3723, 's'],
  ['8:30', 30600, 's'],
])('%s is %d', (cell, value, unit) => {
  expect(parseNumber(cell, { decimal: '.' })).toEqual({ value, unit });
});

test('a number that is too large to be held is missing', () => {
  expect(isMissing('1e400')).toBe(true);
  expect(isMissing('1e40')).toBe(false);
});
