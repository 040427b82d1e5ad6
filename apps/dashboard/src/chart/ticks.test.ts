import { expect, test } from 'vitest';
import { ticks } from './ticks';

test('ticks are round and inside the range', () => {
  expect(ticks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect(ticks(3, 47, 4)).toEqual([20, 40]);
  expect(ticks(0, 450, 5)).toEqual([0, 100, 200, 300, 400]);
  expect(ticks(-0.3, 0.3, 3)).toEqual([-0.2, 0, 0.2]);
});

test('no range gives the one value', () => {
  expect(ticks(2, 2, 5)).toEqual([2]);
});
