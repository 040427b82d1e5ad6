import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  backboneOf,
  type Matrix,
  matrix,
  type Packed,
  plainBackbone,
  plainFeatures,
  randomFrom,
} from '@kshot/fewshot';
import { featureCache } from '@kshot/native';
import { characters } from '../accuracy/characters.js';
import { extracted, featureMatrix } from '../accuracy/files/extracted.js';
import { readFile } from '../accuracy/files/read-file.js';
import { readModel } from '../accuracy/files/read-model.js';
import { CHARACTER_RECIPE } from '../accuracy/recipe.js';
import { trained } from '../accuracy/train.js';
import { outsideData } from '../frame/outside-data.js';
import type { FeatureSet, TrustOptions } from './options.js';

const SETTINGS = { ...CHARACTER_RECIPE, filters: [64, 64, 64, 64] };

/** Undefined where the data are missing. */
type Find = (options: TrustOptions) => Promise<FeatureSet | undefined>;

/** Characters of the five test alphabets, by a ProtoNet that is trained on the other 25, or was saved in a file. */
async function testCharacters({ model: file, steps }: TrustOptions): Promise<FeatureSet | undefined> {
  const data = await characters({});
  if (!data) return undefined;
  const saved = file !== undefined && existsSync(file);
  const kept = saved ? { model: file } : file ? { save: file } : {};
  const { model } = await trained(data.task, saved ? {} : SETTINGS, { steps, ...kept });
  const rows = Int32Array.from(data.test.flatMap((c) => [...c.rows]));
  const labels = Int32Array.from(data.test.flatMap((c, k) => Array.from(c.rows, () => k)));
  const features = cached('characters', [rows.length, steps, file ?? ''], () =>
    extracted(model, data.task.raw, rows),
  );
  const by = 'Conv-4 ProtoNet';
  return { data: 'characters of 5 unseen alphabets', by, features, labels, meta: true };
}

/** Examples of a file by the backbone of a shipped model. */
const byModel =
  (name: string, fileName: 'clothing10.zip' | 'clinc150.csv', model: string, by: string): Find =>
  async () => {
    const file = outsideData(fileName);
    if (!file) return undefined;
    const { raw, labels } = await readFile(file);
    const backbone = backboneOf((await readModel(model)).classifier);
    const features = cached(name, [labels.length, backbone.network.layers.length, model], () =>
      extracted(backbone, raw, Int32Array.from(labels.keys())),
    );
    return { data: `${name}, all parts`, by, features, labels };
  };

/** A table's columns, standardised. */
const byColumns =
  (name: string, find: () => string | undefined): Find =>
  async () => {
    const file = find();
    if (!file) return undefined;
    const { raw, labels } = await readFile(file);
    const all = Int32Array.from(labels.keys());
    const features = plainFeatures(plainBackbone(raw, all).input, raw, all);
    return { data: name, by: 'its columns', features, labels };
  };

/** Ten classes N(μ, I) with means N(0, I) in 8 dimensions, 200 examples each. */
async function simulated(): Promise<FeatureSet> {
  const random = randomFrom(1);
  const means = Array.from({ length: 10 }, () => Array.from({ length: 8 }, () => random.normal()));
  const labels = Int32Array.from({ length: 2000 }, (_, i) => i % 10);
  const values = Array.from(labels, (k) => (means[k] as number[]).map((mean) => mean + random.normal()));
  return { data: 'simulated', by: 'normal features', features: matrix(2000, 8, values.flat()), labels };
}

/** What is measured, by name. */
export const sets: Readonly<Record<string, Find>> = {
  characters: testCharacters,
  clothing10: byModel('clothing10', 'clothing10.zip', 'mobilenet_v2_1.0_224', 'MobileNet v2'),
  clinc150: byModel('clinc150', 'clinc150.csv', 'use-lite', 'USE-lite'),
  simulated,
  wine: byColumns('wine', () => outsideData('tabular/wine.csv')),
  digits8x8: byColumns('digits8x8', () =>
    fileURLToPath(new URL('../../examples/data/digits8x8.csv', import.meta.url)),
  ),
};

/** Kept between two calls of the bench. */
function cached(name: string, parts: readonly (string | number)[], compute: () => Packed): Matrix {
  const cache = featureCache(path.join(tmpdir(), 'kshot-bench-trust'));
  const content = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return featureMatrix(cache.through({ backbone: name, content }, compute));
}
