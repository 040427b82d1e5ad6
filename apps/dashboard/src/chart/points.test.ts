import { expect, test } from 'vitest';
import { appendPoints, NO_POINTS, type Points, thinPoints } from './points';

const plain = (steps: number[], values: number[]): Points => ({ steps, values, minima: null, maxima: null });

test('new points follow the old ones', () => {
  expect(appendPoints(plain([1, 2], [9, 8]), plain([3], [7]))).toEqual(plain([1, 2, 3], [9, 8, 7]));
});

test('steps that come again after a reconnect are counted once', () => {
  expect(appendPoints(plain([1, 2, 3], [9, 8, 7]), plain([2, 3, 4], [8, 7, 6]))).toEqual(
    plain([1, 2, 3, 4], [9, 8, 7, 6]),
  );
  const same = plain([1], [1]);
  expect(appendPoints(same, plain([1], [1]))).toBe(same);
});

test('raw points after merged ones reach only from themselves to themselves', () => {
  const merged: Points = { steps: [10], values: [5], minima: [4], maxima: [6] };
  expect(appendPoints(merged, plain([11], [3]))).toEqual({
    steps: [10, 11],
    values: [5, 3],
    minima: [4, 3],
    maxima: [6, 3],
  });
});

test('thinning keeps the last step, the mean and the reach of each pair', () => {
  expect(thinPoints(plain([1, 2, 3, 4, 5], [1, 3, 10, 20, 7]), 3)).toEqual({
    steps: [2, 4, 5],
    values: [2, 15, 7],
    minima: [1, 10, 7],
    maxima: [3, 20, 7],
  });
});

test('thinning twice still tells the full reach', () => {
  const thinned = thinPoints(plain([1, 2, 3, 4], [0, 8, 2, 2]), 1);
  expect(thinned).toEqual({ steps: [4], values: [3], minima: [0], maxima: [8] });
});

test('few points stay as they are', () => {
  expect(thinPoints(NO_POINTS, 10)).toBe(NO_POINTS);
});
