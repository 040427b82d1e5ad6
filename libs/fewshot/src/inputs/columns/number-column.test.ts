import { expect, test } from 'vitest';
import { encodeTable, fitTable } from '../table.js';

test('a date is its time, and the sine and cosine of where it is in the week', () => {
  // Thursday 1 January 1970, noon of Saturday and Monday: half a week is 3.5 days.
  const values = Float32Array.of(0, 2.5, 3.5, Number.NaN);
  const column = { kind: 'NUMBER', name: 'when', values, reading: { as: 'DATE', order: 'YMD' } } as const;
  const input = fitTable([column], [0, 1, 2, 3]);
  expect(input.columns).toMatchObject([{ cycles: [7, 1], mean: 2, flagMissing: true }]);
  const found = encodeTable(input, [column], [2, 3]);
  const deviation = Math.sqrt((4 + 0.25 + 2.25) / 3);
  const expected = [1.5 / deviation, 0, 0, -1, 0, -1, 0, 1, 0, 0, 0, 0];
  for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, 5);
});

test('numbers that are not dates have no cycles', () => {
  const column = { kind: 'NUMBER', name: 'size', values: Float32Array.of(1, 200, 3000) } as const;
  expect(fitTable([column], [0, 1, 2]).columns[0]).not.toHaveProperty('cycles');
});
