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

test.each(['=1+1', '+1+1', '-1-1', '-1+cmd|x', '+SUM(A1)', '-A1', '-', '@SUM(A1)', '\t=1', '\r=1', '+1\n=2'])(
  '%j is not run as a formula',
  (text) => {
    expect(csvText([[text]]).replace(/^"/, '')).toMatch(/^'/);
  },
);

test('negative numbers stay numbers', () => {
  expect(csvText([[-1.5]])).toBe('-1.5\r\n');
});

test.each(['-3.5', '-1e5', '+49 170 1', '-.5', '- 2', '-1 234.50', '-12%', "'q"])(
  '%j stays as it is',
  (text) => {
    expect(csvText([[text]])).toBe(`${text}\r\n`);
  },
);
