import { expect, test } from 'vitest';
import { populationStability } from './population-stability.js';

test('equal shares have not moved', () => {
  expect(populationStability([10, 30], [10, 30]).index).toBe(0);
});

test('the index of a worked example', () => {
  // p = 80.5/101, 20.5/101 and q = 50.5/101, 50.5/101: 30/101 (ln(80.5/50.5) − ln(20.5/50.5)) = 0.40627
  const { index, chance } = populationStability([80, 20], [50, 50]);
  expect(index).toBeCloseTo((30 / 101) * Math.log(80.5 / 20.5), 12);
  expect(index).toBeCloseTo(0.40627, 4);
  expect(chance).toBeLessThan(0.0001);
});

test('few answers may move by chance, none cannot tell', () => {
  expect(populationStability([4, 2], [500, 500]).chance).toBeGreaterThan(0.2);
  expect(populationStability([0, 0], [500, 500]).chance).toBe(1);
});
