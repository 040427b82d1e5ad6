import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { dot, type Matrix, matrix, rowOf } from '../../heads/algebra/matrix.js';
import { unitLength } from '../../heads/transforms/transforms.js';
import { randomFrom } from '../../random/random.js';
import { closePairs, nearestCosines } from './close-pairs.js';

beforeAll(() => tf.setBackend('cpu'));

const random = randomFrom(4);
/** More rows than one tile has. */
const units = unitLength(
  matrix(
    1100,
    4,
    Float64Array.from({ length: 4400 }, () => random.normal()),
  ),
);
const cosine = (m: Matrix, i: number, j: number): number => dot(rowOf(m, i), rowOf(m, j));

test('the largest cosines with another row are those of all pairs', () => {
  const found = nearestCosines(units, 1050);
  for (const i of [0, 7, 1023, 1024, 1049]) {
    const others = Array.from({ length: 1100 }, (_, j) => (j === i ? -1 : cosine(units, i, j)));
    expect(found[i]).toBeCloseTo(Math.max(...others), 5);
  }
});

test('close pairs are those that all pairs show, whatever tile they are in', () => {
  const least = 0.99;
  const expected: string[] = [];
  for (let i = 0; i < 1100; i++)
    for (let j = 0; j < i; j++) if (cosine(units, i, j) >= least) expected.push(`${j} ${i}`);
  const found = closePairs(units, least).map(({ between: [a, b] }) => `${Math.min(a, b)} ${Math.max(a, b)}`);
  expect(expected.length).toBeGreaterThan(100);
  expect(found.sort()).toEqual(expected.sort());
});

test('rows that are all alike are all close', () => {
  const alike = matrix(3, 2, [0.6, 0.8, 0.6, 0.8, 0.6, 0.8]);
  expect(closePairs(alike, 0.99)).toHaveLength(3);
});
