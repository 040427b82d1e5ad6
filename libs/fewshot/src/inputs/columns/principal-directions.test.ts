import { expect, test } from 'vitest';
import { matrix } from '../../heads/algebra/matrix.js';
import { principalDirections } from './principal-directions.js';

test('the directions of an ellipse are its axes, the longest first', () => {
  // Points at ±2 along (3, 4)/5 and ±1 along (4, −3)/5.
  const points = matrix(4, 2, [1.2, 1.6, -1.2, -1.6, 0.8, -0.6, -0.8, 0.6]);
  const { values } = principalDirections(points, 2);
  const found = [...values].map(Math.abs);
  for (const [i, value] of [0.6, 0.8, 0.8, 0.6].entries()) expect(found[i]).toBeCloseTo(value, 6);
});

test('points on a line have one direction', () => {
  const points = matrix(3, 2, [0, 0, 1, 1, 2, 2]);
  expect(principalDirections(points, 2).rows).toBe(1);
});
