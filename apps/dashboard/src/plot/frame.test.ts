import { expect, test } from 'vitest';
import { extentOf, linear, logarithmic, powerTicks } from './frame';

test('values lie where they should', () => {
  expect(linear([0, 10], [100, 0])(2.5)).toBe(75);
  expect(logarithmic([1, 100], [0, 200])(10)).toBeCloseTo(100);
});

test('an extent has a margin and keeps to its limits', () => {
  expect(extentOf([0, 1], { margin: 0.1, most: 1 })).toEqual([-0.1, 1]);
});

test('ticks are powers of ten, or finer where these are few', () => {
  expect(powerTicks(1, 1000)).toEqual([1, 10, 100, 1000]);
  expect(powerTicks(1, 8)).toEqual([1, 2, 5]);
});
