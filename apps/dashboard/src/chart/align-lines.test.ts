import { expect, test } from 'vitest';
import { alignLines, valueNear } from './align-lines';
import type { Line } from './line';

const line = (steps: number[], values: number[]): Line => ({
  label: 'x',
  colour: '--c0',
  points: { steps, values, minima: null, maxima: null },
});

test('lines with different steps share one axis', () => {
  expect(alignLines([line([1, 2, 3], [5, 4, 3]), line([2, 4], [0.5, 0.6])])).toEqual({
    steps: [1, 2, 3, 4],
    columns: [
      [5, 4, 3, null],
      [null, 0.5, null, 0.6],
    ],
  });
});

test('a value that is no number leaves a gap', () => {
  expect(alignLines([line([1, 2], [Number.NaN, 1])]).columns).toEqual([[null, 1]]);
});

test('the nearest value is found on either side, the earlier one first', () => {
  expect(valueNear([null, 7, null, null, 9], 3)).toBe(9);
  expect(valueNear([null, 7, null, 9, null], 2)).toBe(7);
  expect(valueNear([null, null], 0)).toBeNull();
});
