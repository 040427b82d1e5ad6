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
