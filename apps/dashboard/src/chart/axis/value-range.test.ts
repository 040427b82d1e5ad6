import { expect, test } from 'vitest';
import { valueRange } from './value-range';

test('a constant accuracy of 1 is drawn at the top, with room for its line alone', () => {
  const [low, high] = valueRange(1, 1);
  expect([low, high]).toEqual([0.9, expect.closeTo(1.002)]);
});

test('an axis of accuracies ends at 1', () => {
  const [low, high] = valueRange(0.5, 1);
  expect(low).toBeLessThan(0.5);
  expect(high).toBeCloseTo(1 + 0.02 * (1 - (low ?? 0)));
});

test('an axis of values above 1 goes a tenth beyond them', () => {
  expect(valueRange(2, 2)).toEqual([1.8, 2.2]);
  expect(valueRange(0, 10)[1]).toBeGreaterThanOrEqual(11);
});

test('an axis without values goes from 0 to 1', () => {
  expect(valueRange(null, null)).toEqual([0, 1]);
});
