import { expect, it } from 'vitest';
import { strengthFor, surenessOf } from './sureness.js';

const strengths = Array.from({ length: 40 }, (_, i) => i / 10);
// The weakest ten are wrong.
const points = surenessOf(
  strengths,
  strengths.map((_, i) => (i < 10 ? 0 : 1)),
);

it('answering everything is as right as the folds say', () => {
  expect(points[0]).toEqual({ strength: 0, answered: 1, accuracy: 0.75 });
});

it('leaving a quarter unanswered leaves no mistake', () => {
  expect(points.find(({ answered }) => answered === 0.75)).toEqual({
    strength: 1,
    answered: 0.75,
    accuracy: 1,
  });
});

it('the threshold for a share is the strength above which so many lie, and none for all', () => {
  expect(strengthFor(points, 0.76)).toBe(1);
  expect(strengthFor(points, 1)).toBeUndefined();
});
