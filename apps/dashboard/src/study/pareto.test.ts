import { expect, test } from 'vitest';
import { paretoPlaces } from './pareto';

test('who is beaten in both is not on the front', () => {
  const points = [
    { accuracy: 0.9, cost: 10 },
    { accuracy: 0.8, cost: 1 },
    { accuracy: 0.8, cost: 2 },
    { accuracy: 0.7, cost: 1 },
  ];
  expect(paretoPlaces(points)).toEqual([0, 1]);
});

test('equals do not beat one another', () => {
  const one = { accuracy: 0.5, cost: 1 };
  expect(paretoPlaces([one, { ...one }])).toEqual([0, 1]);
});
