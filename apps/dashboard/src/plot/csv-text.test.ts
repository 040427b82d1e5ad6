import { expect, test } from 'vitest';
import { csvText } from './csv-text';

test('commas, quotes and line ends are quoted; nothing is an empty cell', () => {
  expect(
    csvText([
      ['a, b', 'say "x"'],
      [1.5, null],
    ]),
  ).toBe('"a, b","say ""x"""\r\n1.5,\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is not run as a formula', (text) => {
  expect(csvText([[text]]).replace(/^"/, '')).toMatch(/^'/);
});

test('negative numbers stay numbers', () => {
  expect(csvText([[-1.5]])).toBe('-1.5\r\n');
});
