import { expect, test } from 'vitest';
import { extendSeries, lastStep } from './series-set';

test('history and live batches become one series per name', () => {
  const history = extendSeries(new Map(), [{ name: 'loss', steps: [1, 2], values: [5, 4] }]);
  const live = extendSeries(history, [
    { name: 'loss', steps: [2, 3], values: [4, 3] },
    { name: 'trainLoss', steps: [3], values: [4] },
  ]);
  expect(live.get('loss')).toEqual({ steps: [1, 2, 3], values: [5, 4, 3], minima: null, maxima: null });
  expect(live.get('trainLoss')?.steps).toEqual([3]);
  expect(lastStep(live)).toBe(3);
});

test('an empty batch changes nothing', () => {
  const set = new Map();
  expect(extendSeries(set, [])).toBe(set);
  expect(lastStep(set)).toBe(0);
});

test('a long run keeps at most 4,000 points per series, and its last step', () => {
  const steps = Array.from({ length: 10_000 }, (_, index) => index + 1);
  const set = extendSeries(new Map(), [{ name: 'loss', steps, values: steps }]);
  expect(set.get('loss')!.steps.length).toBe(2_500);
  expect(lastStep(set)).toBe(10_000);
});
