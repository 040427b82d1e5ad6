import { expect, test } from 'vitest';
import type { Line } from './line';
import { reachLines } from './reach-lines';

const raw: Line = {
  label: 'a',
  colour: '--c0',
  points: { steps: [1], values: [5], minima: null, maxima: null },
};
const merged: Line = {
  label: 'b',
  colour: '--c1',
  points: { steps: [2], values: [5], minima: [4], maxima: [7] },
};

test('only merged lines have a band, from its maxima to its minima', () => {
  expect(reachLines([raw, merged]).map(({ label, points }) => [label, points.values])).toEqual([
    ['b maximum', [7]],
    ['b minimum', [4]],
  ]);
});
