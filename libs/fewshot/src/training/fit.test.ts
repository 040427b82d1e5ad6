import '@tensorflow/tfjs-backend-cpu';
import { readFileSync } from 'node:fs';
import { ready } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { eagerEngine } from '../engine/eager.js';
import { pretrainOptions } from '../methods/pretrain.options.js';
import { dense } from '../networks/dense.js';
import { initialWeights } from '../networks/initial-weights.js';
import { readSettings } from '../options/settings.js';
import { derivedSeed, randomFrom } from '../random/random.js';
import { fit } from './fit.js';
import type { FitProgress, FitState } from './fit-progress.js';

beforeAll(() => ready());

const table = readFileSync(new URL('../../../../examples/data/digits8x8.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1, 321)
  .map((line) => line.split(',').map(Number));
const data = {
  x: {
    shape: [320, 64],
    values: Float32Array.from(table.flatMap((row) => row.slice(0, 64).map((ink) => ink / 16))),
  },
  labels: Int32Array.from(table, (row) => row[64] as number),
  classWeights: new Float32Array(10).fill(1),
};
const network = dense({ inputShape: [64], classes: 10, widths: [128, 64], activation: 'relu', dropout: 0 });
const rows = { train: Int32Array.from({ length: 320 }, (_, i) => i), validation: new Int32Array() };

function training(given: Record<string, unknown>, from?: FitState) {
  const { settings } = readSettings(pretrainOptions, given);
  const start = initialWeights(network, randomFrom(derivedSeed(settings.seed, 11)));
  return fit(eagerEngine(), { network, start, data, rows, classes: 10, settings }, from);
}
const losses = (progress: FitProgress[]): number[] =>
  progress.flatMap(({ metrics }) => metrics.loss?.values ?? []);

test('the first 50 losses of the reference network are those of PyTorch from the same weights and order, to 1e-4', () => {
  const { losses: expected } = JSON.parse(
    readFileSync(new URL('fixtures/reference-fit.json', import.meta.url), 'utf8'),
  ) as { losses: number[] };
  const ours = losses([...training({ epochs: 5 })]);
  expect(ours).toHaveLength(50);
  for (const [i, loss] of ours.entries()) expect(Math.abs(loss - (expected[i] as number))).toBeLessThan(1e-4);
});

test('a fit that goes on from a checkpoint gives the same numbers as one that never stopped', () => {
  const whole = [...training({ epochs: 3, dropout: 0 })];
  const first = training({ epochs: 3 });
  const seen: FitProgress[] = [];
  let state: FitState | undefined;
  while (!state) {
    const { value } = first.next();
    seen.push(value as FitProgress);
    if ((value as FitProgress).step >= 8) state = (value as FitProgress).checkpoint();
  }
  expect([...losses(seen), ...losses([...training({ epochs: 3 }, state)])]).toEqual(losses(whole));
});

test('λ R(w) is reported, and early stopping gives back the best weights', () => {
  const withPenalty = [...training({ epochs: 1, regularizer: 'L2', lambda: 0.01 })];
  const squares = initialWeights(network, randomFrom(derivedSeed(1, 11))).parameters;
  const kernels = Object.entries(squares).filter(([name]) => name.endsWith('/kernel'));
  const half = kernels.reduce((sum, [, { values }]) => sum + values.reduce((s, w) => s + w * w, 0) / 2, 0);
  expect(withPenalty[0]?.metrics.penalty?.values[0]).toBeCloseTo(0.01 * half, 3);

  const stopped = training({ epochs: 200, learningRate: 0.05, patience: 2 });
  let last = stopped.next();
  let epochs = 0;
  while (!last.done) {
    epochs = last.value.epoch;
    last = stopped.next();
  }
  expect(last.value.stoppedEarly).toBe(true);
  expect(epochs).toBeLessThan(200);
});
