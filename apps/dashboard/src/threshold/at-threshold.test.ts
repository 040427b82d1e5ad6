import { expect, test } from 'vitest';
import { atThreshold } from './at-threshold';

const points = [
  { threshold: 0.9, recall: 0.5, falsePositiveRate: 0, precision: 1 },
  { threshold: 0.4, recall: 1, falsePositiveRate: 0.25, precision: 0.8 },
];

test('between two probabilities the higher one is the last that counts', () => {
  expect(atThreshold(points, 0.5)).toBe(points[0]);
  expect(atThreshold(points, 0.4)).toBe(points[1]);
});

test('above all probabilities nothing is positive', () => {
  expect(atThreshold(points, 0.95)).toMatchObject({ recall: 0, falsePositiveRate: 0, precision: null });
});
