import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fitHead, matrix, softmaxRows } from '@kshot/fewshot';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBackend } from '../backend.js';
import { binding } from '../binding.js';
import { DT } from '../graph/dtype.js';
import { exportClassifier } from './export-classifier.js';
import { type Exported, exportSavedModel } from './export-saved-model.js';

beforeAll(async () => {
  await loadBackend({ threads: { intra: 1, inter: 1 } });
});

const model: Exported = {
  weights: {
    filter: tf.randomNormal([3, 3, 1, 4], 0, 1, 'float32', 1),
    head: tf.randomNormal([64, 3], 0, 1, 'float32', 2),
  },
  inputs: { pixels: { shape: [8, 8, 1], dtype: 'float32' } },
  forward: ({ filter, head }, { pixels }) => {
    const h = tf.maxPool(
      tf.relu(tf.conv2d(pixels as tf.Tensor4D, filter as tf.Tensor4D, 1, 'same')),
      2,
      2,
      'valid',
    );
    const scores = tf.matMul(tf.reshape(h, [h.shape[0], -1]), head as tf.Tensor2D);
    return { scores, probabilities: tf.softmax(scores) };
  },
};
const fresh = () => join(mkdtempSync(join(tmpdir(), 'exported-')), 'model');

describe('an exported SavedModel', () => {
  it('gives the same outputs for a batch of any size', () => {
    const folder = fresh();
    exportSavedModel(folder, model);
    const session = binding().loadSavedModel(folder, 'serve');
    for (const batch of [1, 7]) {
      const pixels = tf.randomNormal([batch, 8, 8, 1], 0, 1, 'float32', batch);
      const id = binding().createTensor([batch, 8, 8, 1], DT.float32, pixels.dataSync());
      const [found] = binding().runSavedModel(
        session,
        [id],
        'serving_default_pixels:0',
        'output_probabilities:0',
      );
      const expected = model.forward(model.weights, { pixels }).probabilities!;
      expect(found!.shape).toEqual([batch, 3]);
      const values = [...binding().tensorDataSync(found!.id)];
      expect(values).toEqual([...expected.dataSync()].map((value) => expect.closeTo(value, 5)));
    }
    binding().deleteSavedModel(session);
  });

  it.each(['NEAREST_NEIGHBOURS', 'CACHE', 'TABLE_ENSEMBLE'] as const)('holds a head of %s', (method) => {
    const features = matrix(5, 2, [1, 0, 3, 0, 0, 2, 0, 4, 1, 1]);
    const support = { features, labels: Int32Array.of(0, 0, 1, 1, 1), ways: 2 };
    const {
      layers,
      arrays: weights,
      logits,
    } = fitHead({ method, transform: 'STANDARDISED', metric: 'COSINE', neighbours: 3 }, support);
    const folder = fresh();
    exportClassifier(folder, { network: { inputShape: [2], layers }, weights, classes: ['a', 'b'] });
    const session = binding().loadSavedModel(folder, 'serve');
    const queries = matrix(4, 2, [2, 0.5, 0.3, 3, 1, 1.2, 4, 0.2]);
    const id = binding().createTensor([4, 2], DT.float32, Float32Array.from(queries.values));
    const [found] = binding().runSavedModel(session, [id], 'serving_default_x:0', 'output_probabilities:0');
    const wanted = softmaxRows(logits(queries));
    expect([...binding().tensorDataSync(found!.id)]).toEqual([...wanted].map((p) => expect.closeTo(p, 4)));
    binding().deleteSavedModel(session);
  });

  it('refuses a forward pass that mixes the examples of a batch by its size', () => {
    const folder = fresh();
    const mixing: Exported = {
      ...model,
      forward: (_, { pixels }) => ({ y: tf.tile(tf.sum(pixels!, 0), [1, 1, pixels!.shape[0]!]) }),
    };
    expect(() => exportSavedModel(folder, mixing)).toThrow(/depends on the size of the batch/);
    expect(existsSync(folder)).toBe(false);
  });

  it('never writes over a folder', () => {
    const folder = fresh();
    exportSavedModel(folder, model);
    expect(() => exportSavedModel(folder, model)).toThrow(/exists already/);
  });
});
