import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { eagerEngine } from '../engine/eager.js';
import { matrix } from '../heads/algebra/matrix.js';
import { kernelRidgeKind } from '../heads/kinds/kernel-ridge.js';
import { headPredictor, networkRunner, predictor } from '../methods/predict.js';
import { splitHead } from './split-head.js';
import { withFittedHead } from './with-fitted-head.js';

beforeAll(() => tf.setBackend('cpu'));

const column = (name: string) =>
  ({ kind: 'NUMBER', name, mean: 0, deviation: 1, flagMissing: false }) as const;
const backbone = {
  input: { modality: 'TABLE', columns: [column('a'), column('b')] },
  network: {
    inputShape: [2],
    layers: [{ kind: 'dense', name: 'wide', units: 3, activation: 'relu' }],
  },
  weights: {
    'wide/kernel': { shape: [2, 3], values: Float32Array.of(1, 2, -1, 0.5, -1, 1) },
    'wide/bias': { shape: [3], values: Float32Array.of(0, 0.5, 1) },
  },
} as const;
const support = {
  features: matrix(4, 3, [1, 0, 0, 0.9, 0.1, 0, 0, 1, 0.2, 0, 0.8, 0.1]),
  labels: Int32Array.of(0, 0, 1, 1),
  ways: 2,
};
const model = withFittedHead(backbone, ['left', 'right'], kernelRidgeKind.fit(support, {}));

test('a head behind a backbone of its own says what the whole model says', () => {
  const engine = eagerEngine();
  const split = splitHead(model)!;
  const x = { shape: [3, 2], values: Float32Array.of(1, 2, -1, 0.5, 0, 3) };
  const whole = predictor(engine, model);
  const parted = headPredictor(engine, networkRunner(engine, split.backbone), split.head!);
  const rounded = (rows: number[][]) => rows.map((row) => row.map((value) => value.toFixed(6)));
  expect(rounded(parted.probabilities(x))).toEqual(rounded(whole.probabilities(x)));
});

test('a model that is nothing but a head has a backbone without layers', () => {
  const plain = { input: backbone.input, network: { inputShape: [3], layers: [] }, weights: {} };
  const split = splitHead(withFittedHead(plain, ['left', 'right'], kernelRidgeKind.fit(support, {})))!;
  expect(split.backbone.network.layers).toEqual([]);
});
