import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { eagerEngine } from '../engine/eager.js';
import { matrix } from '../heads/algebra/matrix.js';
import { featureMap } from './feature-map.js';
import known from './fixtures/principal-plane.json' with { type: 'json' };
import { principalPlane } from './principal-plane.js';
import { shownRows } from './shown-rows.js';

beforeAll(async () => {
  await setBackend('cpu');
});

test("the plane is that of scikit-learn's PCA, each axis up to its sign", () => {
  const { points, explained } = principalPlane(matrix(known.rows, known.columns, known.x));
  expect(explained).toEqual(known.explained.map((share) => expect.closeTo(share, 9)));
  for (const axis of [0, 1]) {
    const own = Array.from({ length: known.rows }, (_, i) => points.values[2 * i + axis] as number);
    const theirs = Array.from({ length: known.rows }, (_, i) => known.points[2 * i + axis] as number);
    const sign = Math.sign((own[0] as number) * (theirs[0] as number));
    expect(own).toEqual(theirs.map((value) => expect.closeTo(sign * value, 5)));
    expect(Math.max(...own)).toBeGreaterThan(-Math.min(...own));
  }
});

test('examples that are all the same lie on one point', () => {
  const { points, explained } = principalPlane(matrix(3, 2, [1, 2, 1, 2, 1, 2]));
  expect([...points.values].map(Math.abs)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(explained).toEqual([0, 0]);
});

test('a map says what the head makes of the features', () => {
  const model = {
    input: { modality: 'TEXT', features: 3 } as const,
    network: {
      inputShape: [3],
      layers: [
        { kind: 'dense', name: 'inner', units: 2, activation: 'relu' },
        { kind: 'dense', name: 'scores', units: 2, activation: 'linear' },
      ] as const,
    },
    weights: {
      'inner/kernel': { shape: [3, 2], values: new Float32Array(6) },
      'inner/bias': { shape: [2], values: new Float32Array(2) },
      'scores/kernel': { shape: [2, 2], values: Float32Array.of(1, 0, 0, 1) },
      'scores/bias': { shape: [2], values: Float32Array.of(0, 0.5) },
    },
    classes: ['a', 'b'],
  };
  const { predicted, explained } = featureMap(eagerEngine(), model, matrix(3, 2, [2, 0, 0, 2, 1, 0.75]));
  expect([...predicted]).toEqual([0, 1, 1]); // 2 > 0.5; 0 < 2.5; 1 < 1.25
  expect(explained[0] + explained[1]).toBeCloseTo(1, 9);
});

test('a few of each class are shown, of at most twelve classes, the same for the same seed', () => {
  const labels = Int32Array.from({ length: 60 * 20 }, (_, i) => i % 20);
  const rows = Int32Array.from(labels.keys());
  const shown = shownRows(labels, rows, 20, 3);
  const counts = new Map<number, number>();
  for (const row of shown) counts.set(labels[row] as number, (counts.get(labels[row] as number) ?? 0) + 1);
  expect([...counts.values()]).toEqual(new Array(12).fill(25));
  expect(new Set(shown).size).toBe(300);
  expect(shownRows(labels, rows, 20, 3)).toEqual(shown);
  expect([...shownRows(Int32Array.of(0, 2, 0), Int32Array.of(1, 2), 3, 1)].sort()).toEqual([1, 2]);
});
