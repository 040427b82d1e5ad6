import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { eagerEngine } from '../engine/eager.js';
import type { Classifier } from '../methods/classifier.js';
import { predictor } from '../methods/predict.js';
import { type TransferSettings, transferTrainOptions } from '../methods/transfer.options.js';
import { initialWeights } from '../networks/initial-weights.js';
import type { Network } from '../networks/layer.js';
import { parameterCount } from '../networks/shapes.js';
import { bert, miniLm } from '../networks/transformers/bert.js';
import { readSettings } from '../options/settings.js';
import { randomFrom } from '../random/random.js';
import type { FitProgress } from '../training/fit-progress.js';
import { heldArrays, tuningCost } from './held-arrays.js';
import { transfer } from './transfer.js';
import type { TransferTask } from './transfer-task.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const network: Network = {
  inputShape: [6, 6, 1],
  layers: [
    { kind: 'rescale', name: 'rescale', factor: 1 / 255 },
    {
      kind: 'conv2d',
      name: 'conv1',
      filters: 4,
      kernel: 3,
      padding: 'same',
      activation: 'linear',
      bias: false,
    },
    { kind: 'batchNorm', name: 'norm1', epsilon: 1e-5, momentum: 0.9 },
    { kind: 'activation', name: 'relu1', activation: 'relu' },
    { kind: 'flatten', name: 'flatten' },
    { kind: 'dense', name: 'features', units: 16, activation: 'relu' },
    { kind: 'dense', name: 'old', units: 5, activation: 'linear' },
  ],
};

function pretrained(): Classifier {
  const { parameters, state } = initialWeights(network, randomFrom(4));
  const input = { modality: 'IMAGE', height: 6, width: 6, channels: 1 } as const;
  return { input, network, weights: { ...parameters, ...state }, classes: ['1', '2', '3', '4', '5'] };
}

/** Bright on the left or on the right. */
function task(): TransferTask {
  const random = randomFrom(9);
  const labels = Int32Array.from({ length: 30 }, (_, i) => i % 2);
  const pixels = Uint8Array.from({ length: 30 * 36 }, (_, i) => {
    const bright = i % 6 < 3 === (Math.floor(i / 36) % 2 === 0);
    return (bright ? 150 : 60) + 25 * random.normal();
  });
  return {
    raw: { modality: 'IMAGE', images: { height: 6, width: 6, channels: 1, pixels } },
    labels,
    classes: ['left', 'right'],
    parts: {
      train: Int32Array.from({ length: 10 }, (_, i) => i),
      validation: Int32Array.from({ length: 4 }, (_, i) => 10 + i),
      test: Int32Array.from({ length: 16 }, (_, i) => 14 + i),
    },
    pretrained: pretrained(),
  };
}

function run(given: Record<string, unknown>) {
  const { settings, problems } = readSettings(transferTrainOptions, { epochs: 5, batchSize: 5, ...given });
  expect(problems).toEqual([]);
  const training = transfer(eagerEngine(), task(), settings);
  const seen: FitProgress[] = [];
  let next = training.next();
  for (; !next.done; next = training.next()) seen.push(next.value);
  return { seen, ...next.value };
}

/** A transformer of two blocks. */
const transformer = bert({
  ...miniLm,
  ...{ vocabulary: 5, positions: 4, width: 4, blocks: 2, heads: 2, hidden: 8 },
});

describe('transfer', () => {
  it.each([
    ...['CENTROID', 'RIDGE', 'LOGISTIC', 'SVM', 'PROTOTYPE_HEAD', 'FINE_TUNE'],
    ...[
      'NEAREST_NEIGHBOURS',
      'CACHE',
      'KERNEL_RIDGE',
      'LDA',
      'RANDOM_FOREST',
      'EXTRA_TREES',
      'TABLE_ENSEMBLE',
    ],
  ])('%s learns two new classes; the stored model answers as the report says', (method) => {
    const { model, report, seen } = run({ method });
    expect(report?.accuracy).toBeGreaterThan(0.9);
    expect(seen.at(-1)?.metrics.validationAccuracy?.values).toHaveLength(1);
    const { raw, labels, parts } = task();
    const pixels = raw.modality === 'IMAGE' ? raw.images.pixels : new Uint8Array();
    const x = { shape: [16, 6, 6, 1], values: pixels.subarray(14 * 36) };
    const answers = predictor(eagerEngine(), model).probabilities({
      ...x,
      values: Float32Array.from(x.values),
    });
    const right = answers.filter(([left = 0], i) => left > 0.5 === (labels[parts.test[i] as number] === 0));
    expect(right.length / 16).toBe(report?.accuracy);
  });

  it('leaves frozen arrays as they are', () => {
    const start = pretrained().weights;
    const { model } = run({ method: 'FINE_TUNE', tuned: 'NORMALISATION' });
    expect(model.weights['conv1/kernel']).toEqual(start['conv1/kernel']);
    expect(model.weights['norm1/gamma']).not.toEqual(start['norm1/gamma']);
    const last = { tuned: 'LAST', lastLayers: 1, rank: 8, seed: 0 } as const;
    expect(heldArrays(model.network, last).frozen).toEqual(['conv1/kernel', 'norm1/gamma', 'norm1/beta']);
  });

  it('counts a block of a transformer as one of its last layers', () => {
    const last = { tuned: 'LAST', lastLayers: 1, rank: 8, seed: 0 } as const;
    const { frozen } = heldArrays(transformer, last);
    expect(frozen).toContain('block0/gamma');
    expect(frozen.filter((name) => name.includes('1/'))).toEqual([]);
  });

  it('costs less the less of a network is tuned', () => {
    const cost = (tuned: TransferSettings['tuned']) =>
      tuningCost(transformer, { tuned, lastLayers: 1, rank: 1, seed: 0 });
    const [all, last, norms] = [cost('ALL'), cost('LAST'), cost('NORMALISATION')];
    expect([all.share, last.share]).toEqual([3, 2]);
    expect(all.parameters).toBe(parameterCount(transformer));
    expect(last.parameters).toBeLessThan(all.parameters / 2);
    // Five normalisations of four scales and four shifts.
    expect(norms.parameters).toBe(40);
  });

  it('adds products of thin matrices to kernels, and leaves all else but the head as it is', () => {
    const start = pretrained().weights;
    const { model, report } = run({ method: 'FINE_TUNE', tuned: 'LOW_RANK', rank: 1 });
    expect(model.weights['conv1/kernel']).not.toEqual(start['conv1/kernel']);
    expect(model.weights['norm1/gamma']).toEqual(start['norm1/gamma']);
    expect(Object.keys(model.weights).filter((name) => name.includes(':'))).toEqual([]);
    expect(report?.accuracy).toBeGreaterThan(0.9);
  });

  it('stays closer to the pretrained weights the more it is held to them', () => {
    const start = pretrained().weights['conv1/kernel']?.values as Float32Array;
    const moved = (towardsPretrained: number) => {
      const now = run({ method: 'FINE_TUNE', towardsPretrained, learningRate: 0.01 }).model.weights[
        'conv1/kernel'
      ];
      return start.reduce((sum, value, i) => sum + ((now?.values[i] as number) - value) ** 2, 0);
    };
    expect(moved(10)).toBeLessThan(moved(0) / 2);
  });
});
