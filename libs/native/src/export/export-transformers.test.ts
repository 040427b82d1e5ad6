import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bert, forward, initialWeights, type Network, randomFrom, textTower, vit } from '@kshot/fewshot';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { loadBackend } from '../backend.js';
import { binding } from '../binding.js';
import { DT } from '../graph/dtype.js';
import { exportClassifier } from './export-classifier.js';

beforeAll(async () => {
  await loadBackend({ threads: { intra: 1, inter: 1 } });
});

const blocks = { width: 16, blocks: 2, heads: 2, hidden: 24, epsilon: 1e-6 };
const picture = { ...blocks, side: 12, patch: 4 };
const text = { ...blocks, length: 12, vocabulary: 40, positions: 20, padding: 0 };
const networks: Record<string, Network> = {
  ViT: vit(picture),
  DINOv2: vit({ ...picture, layerScale: true }),
  'pictures of CLIP': vit({ ...picture, activation: 'quickGelu', normFirst: true, projection: 8 }),
  'pictures of SigLIP': vit({ ...picture, activation: 'tanhGelu', pooling: 'QUERY' }),
  BERT: bert({ ...text, activation: 'gelu' }),
  MPNet: bert({ ...text, activation: 'gelu', distances: 32 }),
  'texts of CLIP': textTower({ ...text, activation: 'quickGelu', reading: 'CAUSAL', projection: 8 }),
  'texts of SigLIP': textTower({ ...text, activation: 'tanhGelu', reading: 'FILLED', projection: 8 }),
  'windows of tokens': {
    inputShape: [12],
    layers: [
      { kind: 'embedding', name: 'tokens', vocabulary: 40, positions: 12, width: 8 },
      { kind: 'window', name: 'part', size: 1, before: 0, padding: 0, columns: [2, 6] },
      { kind: 'window', name: 'window', size: 3, before: 1, padding: 0 },
      { kind: 'concat', name: 'joined', with: 'tokens' },
      { kind: 'meanTokens', name: 'mean', padding: 0, root: true },
    ],
  },
};

it.each(Object.entries(networks))('a SavedModel of %s gives the same features', (_, network) => {
  const random = randomFrom(3);
  const { parameters } = initialWeights(network, random);
  const weights = Object.fromEntries(
    Object.entries(parameters).map(([name, { shape, values }]) => [
      name,
      { shape, values: Float32Array.from(values, () => random.uniform() - 0.5) },
    ]),
  );
  const folder = join(mkdtempSync(join(tmpdir(), 'exported-')), 'model');
  exportClassifier(folder, { network, weights, classes: [] });
  const shape = [2, ...network.inputShape];
  const most = shape.length > 2 ? 256 : 40;
  const given = Float32Array.from({ length: shape.reduce((a, b) => a * b) }, () =>
    Math.floor(most * random.uniform()),
  );
  const session = binding().loadSavedModel(folder, 'serve');
  const id = binding().createTensor(shape, DT.float32, given);
  const [found] = binding().runSavedModel(session, [id], 'serving_default_x:0', 'output_features:0');
  const arrays = Object.fromEntries(
    Object.entries(weights).map(([name, array]) => [name, tf.tensor(array.values, [...array.shape])]),
  );
  const { output } = forward(network, arrays, arrays, tf.tensor(given, shape), { training: false });
  const values = [...output.dataSync()];
  expect([...binding().tensorDataSync(found!.id)]).toEqual(values.map((each) => expect.closeTo(each, 4)));
  binding().deleteSavedModel(session);
});
