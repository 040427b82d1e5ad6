import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { eagerEngine } from '../engine/eager.js';
import { predictor } from './predict.js';

beforeAll(() => tf.setBackend('cpu'));

/** Two inputs to two classes: the scores are the inputs. */
const identity = {
  input: { modality: 'TEXT', features: 2 },
  network: {
    inputShape: [2],
    layers: [{ kind: 'dense', name: 'scores', units: 2, activation: 'linear' }],
  },
  classes: ['a', 'b'],
  weights: {
    'scores/kernel': { shape: [2, 2], values: Float32Array.of(1, 0, 0, 1) },
    'scores/bias': { shape: [2], values: new Float32Array(2) },
  },
} as Parameters<typeof predictor>[1];

test.each([1, 2, 3, 4, 8, 9, 15, 16, 17, 37])('each of %i examples gets its own answer', (count) => {
  const model = predictor(eagerEngine(), identity);
  const values = Float32Array.from({ length: 2 * count }, (_, i) => (i % 2 === 0 ? i / 20 : 0));
  const answers = model.probabilities({ shape: [count, 2], values });
  model.dispose();
  expect(answers).toHaveLength(count);
  for (const [i, [a]] of answers.entries()) expect(a).toBeCloseTo(1 / (1 + Math.exp(-i / 10)), 5);
});
