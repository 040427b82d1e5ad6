import { expect, test } from 'vitest';
import { extendSeries } from './series-set';
import { withInterval } from './with-interval';

const accuracy = { name: 'validationAccuracy', steps: [100, 200], values: [0.5, 0.6] };
const low = { name: 'validationAccuracyLow', steps: [100, 200], values: [0.4, 0.55] };
const high = { name: 'validationAccuracyHigh', steps: [100, 200], values: [0.6, 0.65] };

test('the ends of the interval are the reach', () => {
  const points = withInterval(extendSeries(new Map(), [accuracy, low, high]), 'validationAccuracy');
  expect(points).toEqual({
    steps: [100, 200],
    values: [0.5, 0.6],
    minima: [0.4, 0.55],
    maxima: [0.6, 0.65],
  });
});

test('without an interval the series is as it is', () => {
  const points = withInterval(extendSeries(new Map(), [accuracy]), 'validationAccuracy');
  expect(points.minima).toBeNull();
});
