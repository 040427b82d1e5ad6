import { expect, test } from 'vitest';
import { parseDate } from './parse-date.js';

test.each([
  ['1970-01-02', 'YMD', 1],
  ['2000/03/01', 'YMD', 11017],
  ['31.12.1970', 'DMY', 364],
  ['12/31/1970', 'MDY', 364],
  ['Jan 3, 1970', 'YMD', 2],
  ['3 January 1970', 'YMD', 2],
  ['1970-01-01T12:00:00Z', 'YMD', 0.5],
  ['1970-01-01 12:00:00+06:00', 'YMD', 0.25],
  ['1970-01-01 6:00 pm', 'YMD', 0.75],
  ['1970/01/01 1:00:00 PM GMT+1', 'YMD', 0.5],
  ['1970/01/01 0:30:00 PM GMT+5:30', 'YMD', 7 / 24],
  ['1970/01/01 6:00:00 AM MDT', 'YMD', 0.5],
  ['5 Nis 1970', 'YMD', 94],
  ['3. März 1970', 'YMD', 61],
  ['5 de abril de 1970', 'YMD', 94],
  ['2 août 1970', 'YMD', 213],
  ['31.12.70', 'DMY', 364],
  ['02-Jan-70', 'YMD', 1],
  ['1970年3月5日', 'YMD', 63],
  ['1970년 3월 5일', 'YMD', 63],
  ['Thu Jan 01 12:00:00 UTC 1970', 'YMD', 0.5],
  ['Thu, 01 Jan 1970 06:00:00 +0000', 'YMD', 0.25],
  ['Fr., 02.01.1970', 'DMY', 1],
  ['1970-02', 'YMD', 31],
  ['02/1970', 'DMY', 31],
  ['Feb 1970', 'YMD', 31],
  ['Feb-70', 'YMD', 31],
  ['1970-Q2', 'YMD', 90],
  ['Q2 1970', 'YMD', 90],
] as const)('%s (%s) is day %d', (cell, order, day) => {
  expect(parseDate(cell, order)).toBe(day);
});

test.each([
  '1970-02-30',
  '31.12.1970',
  '1970',
  'May',
  '5.3.2',
  '13/45/2000',
  '1970-01-01 6:00 XYZ',
  '1970-13',
  'size 1970',
  'Mars',
])('%s is not a date', (cell) => {
  expect(parseDate(cell, 'YMD')).toBeUndefined();
});
