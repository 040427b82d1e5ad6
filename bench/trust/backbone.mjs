import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { backboneOf, encodeTable, fitTable, matrix, randomFrom } from '@kshot/fewshot';
import { featureCache, sentenceEncoder } from '@kshot/native';
import { characters } from '../accuracy/characters.mjs';
import { extracted } from '../accuracy/files/extracted.mjs';
import { modelOf } from '../accuracy/files/model-of.mjs';
import { readFile } from '../accuracy/files/read-file.mjs';
import { trained } from '../accuracy/train.mjs';
import { outsideData } from '../frame/outside-data.ts';

const models = fileURLToPath(new URL('../../models/', import.meta.url));
const SETTINGS = {
  method: 'PROTONET',
  filters: [64, 64, 64, 64],
  imageSize: 28,
  ways: 20,
  shots: 1,
  queries: 2,
  scope: 'GROUP',
  rotations: true,
  mirrors: true,
  augmentation: 'WARPS',
  learningRate: 0.003,
  schedule: 'COSINE',
  seed: 1,
};

/** Characters of the five test alphabets, by a ProtoNet that is trained on the other 25, or was saved in a file. */
async function testCharacters({ model: file, steps = 3000 }) {
  const data = await characters({ validate: false });
  if (!data) return undefined;
  const saved = file && existsSync(file);
  const { model } = await trained(data.task, saved ? {} : SETTINGS, {
    steps,
    ...(saved ? { model: file } : { save: file }),
  });
  const rows = Int32Array.from(data.test.flatMap((c) => [...c.rows]));
  const labels = Int32Array.from(data.test.flatMap((c, k) => [...c.rows].map(() => k)));
  const features = cached('characters', [rows.length, steps, file ?? ''], () =>
    extracted(model, data.task.raw, rows),
  );
  return { data: 'characters of 5 unseen alphabets', by: 'Conv-4 ProtoNet', features, labels };
}

async function clothing() {
  const file = outsideData('clothing10.zip');
  if (!file) return undefined;
  const read = await readFile(file);
  const { classifier } = await modelOf('mobilenet_v2_1.0_224');
  const backbone = backboneOf(classifier);
  const features = cached('clothing10', [read.labels.length, backbone.network.layers.length], () =>
    extracted(backbone, read.raw, Int32Array.from(read.labels.keys())),
  );
  return { data: 'clothing10, all parts', by: 'MobileNet v2', features, labels: read.labels };
}

async function intents() {
  const file = outsideData('clinc150.csv');
  if (!file) return undefined;
  const read = await readFile(file);
  const features = cached('clinc150', [read.labels.length], () => {
    const encoder = sentenceEncoder(path.join(models, 'use-lite'));
    const found = encoder.encode(read.raw.texts);
    encoder.dispose();
    return found;
  });
  return { data: 'clinc150, all parts', by: 'USE-lite', features, labels: read.labels };
}

/** A table's columns, standardised. */
const table = (name, find) => async () => {
  const file = find();
  if (!file) return undefined;
  const read = await readFile(file);
  const input = fitTable(read.raw.columns, Int32Array.from(read.labels.keys()));
  const values = encodeTable(input, read.raw.columns, Int32Array.from(read.labels.keys()));
  const n = read.labels.length;
  return {
    data: name,
    by: 'its columns',
    features: matrix(n, values.length / n, values),
    labels: read.labels,
  };
};

/** Ten classes N(μ, I) with means N(0, I) in 8 dimensions, 200 examples each. */
async function simulated() {
  const random = randomFrom(1);
  const means = Array.from({ length: 80 }, () => random.normal());
  const labels = Int32Array.from({ length: 2000 }, (_, i) => i % 10);
  const values = Float64Array.from(
    { length: 16_000 },
    (_, i) => means[8 * labels[Math.floor(i / 8)] + (i % 8)] + random.normal(),
  );
  return { data: 'simulated', by: 'normal features', features: matrix(2000, 8, values), labels };
}

/** What is measured; undefined where its data are missing. */
export const sets = {
  characters: testCharacters,
  clothing10: clothing,
  clinc150: intents,
  simulated,
  wine: table('wine', () => outsideData('tabular/wine.csv')),
  digits8x8: table('digits8x8', () =>
    fileURLToPath(new URL('../../examples/data/digits8x8.csv', import.meta.url)),
  ),
};

/** Kept between two calls of the bench. */
function cached(name, parts, compute) {
  const cache = featureCache(path.join(tmpdir(), 'kshot-bench-trust'));
  const content = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const { shape, values } = cache.through({ backbone: name, content }, compute);
  return matrix(shape[0], shape[1], values);
}
