import { expect, test } from 'vitest';
import { matrix } from './matrix.js';
import { principalDirections } from './principal-directions.js';

test('the directions of an ellipse are its axes, the longest first', () => {
  // Points at ±2 along (3, 4)/5 and ±1 along (4, −3)/5.
  const points = matrix(4, 2, [1.2, 1.6, -1.2, -1.6, 0.8, -0.6, -0.8, 0.6]);
  const { values } = principalDirections(points, 2).directions;
  const found = [...values].map(Math.abs);
  for (const [i, value] of [0.6, 0.8, 0.8, 0.6].entries()) expect(found[i]).toBeCloseTo(value, 6);
});

test('points on a line have one direction', () => {
  const points = matrix(3, 2, [0, 0, 1, 1, 2, 2]);
  expect(principalDirections(points, 2).directions.rows).toBe(1);
});

test('fewer rows than columns have the direction and the share of the variance that they show', () => {
  // ±(1, 2, 2) has 18 of the sum of squares, ±(2, 1, −2)/3 has 2.
  const points = matrix(4, 5, [
    ...[1, 2, 2, 0, 0, -1, -2, -2, 0, 0],
    ...[2 / 3, 1 / 3, -2 / 3, 0, 0, -2 / 3, -1 / 3, 2 / 3, 0, 0],
  ]);
  const { directions, shares } = principalDirections(points, 3);
  expect(shares).toEqual([expect.closeTo(0.9, 9), expect.closeTo(0.1, 9)]);
  const found = [...directions.values].map(Math.abs);
  for (const [i, value] of [1 / 3, 2 / 3, 2 / 3, 0, 0, 2 / 3, 1 / 3, 2 / 3, 0, 0].entries())
    expect(found[i]).toBeCloseTo(value, 6);
});
