import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { patientPredictor } from './patient-predictor.js';

beforeAll(() => tf.setBackend('cpu'));

/** Scores of two inputs: what is squared, and the input itself added to it. */
const model = {
  input: { modality: 'TEXT', features: 2 },
  network: {
    inputShape: [2],
    layers: [
      { kind: 'dense', name: 'same', units: 2, activation: 'linear' },
      { kind: 'squares', name: 'squared' },
      { kind: 'add', name: 'scores', with: 'same' },
    ],
  },
  classes: ['a', 'b'],
  weights: {
    'same/kernel': { shape: [2, 2], values: Float32Array.of(1, 0, 0, 1) },
    'same/bias': { shape: [2], values: new Float32Array(2) },
  },
} as Parameters<typeof patientPredictor>[0];

test('an answer layer by layer is that of the network, and leaves no tensors', async () => {
  const patient = patientPredictor(model);
  const before = tf.memory().numTensors;
  const answer = await patient.answer({ shape: [1, 2], values: Float32Array.of(1, 2) }, () => undefined);
  // 1 + 1² = 2 and 2 + 2² = 6.
  expect(answer.strength).toBe(6);
  expect(answer.probabilities[0]).toBeCloseTo(1 / (1 + Math.exp(4)), 6);
  expect(tf.memory().numTensors).toBe(before);
});

test('what the report throws ends an answer that takes long', async () => {
  const layers = Array.from({ length: 3 }, (_, i) => ({
    kind: 'dense' as const,
    name: `d${i}`,
    units: 1200,
    activation: 'linear' as const,
  }));
  const kernel = { shape: [1200, 1200], values: new Float32Array(1200 * 1200) };
  const bias = { shape: [1200], values: new Float32Array(1200) };
  const weights = Object.fromEntries(
    layers.flatMap(({ name }) => [
      [`${name}/kernel`, kernel],
      [`${name}/bias`, bias],
    ]),
  );
  const slow = { ...model, network: { inputShape: [1200], layers }, weights };
  const patient = patientPredictor(slow);
  const before = tf.memory().numTensors;
  const x = { shape: [64, 1200], values: new Float32Array(64 * 1200) };
  await expect(
    patient.answer(x, () => {
      throw new Error('asked for something else');
    }),
  ).rejects.toThrow('asked for something else');
  expect(tf.memory().numTensors).toBe(before);
});
