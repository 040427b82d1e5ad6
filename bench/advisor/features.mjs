import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { backboneOf, encodeExamples, featureExtractor, inputSpec, matrix } from '@kshot/fewshot';
import { engine, featureCache, sentenceEncoder } from '@kshot/native';
import { modelOf } from '../accuracy/files/model-of.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const IMAGES = 'mobilenet_v2_1.0_224';

/** The shipped backbone of a modality: [rows] → [n, dim]; undefined for tables. */
export async function backboneFor(modality) {
  if (modality === 'TABLE') return undefined;
  if (modality === 'TEXT') {
    const encoder = sentenceEncoder(path.join(root, 'models/use-lite'));
    const embed = ({ texts }, rows) => encoder.encode(Array.from(rows, (row) => texts[row]));
    return { name: 'use-lite', bytes: 7e6, embed };
  }
  const { classifier } = await modelOf(IMAGES);
  const backbone = backboneOf(classifier);
  const bytes = Object.values(backbone.weights).reduce((sum, { values }) => sum + values.byteLength, 0);
  const extractor = featureExtractor(engine(), backbone);
  return {
    name: `${IMAGES}, ${backbone.network.layers.length} layers`,
    bytes,
    embed: (raw, rows) => extractor.features(raw, rows),
  };
}

/** Features of the chosen rows, from disk where this file and these rows were met before. */
export function cachedFeatures(backbone, raw, rows, file) {
  const folder = path.join(root, '.kshot/bench-features');
  const key = { backbone: backbone.name, content: JSON.stringify([file, [...rows]]) };
  const { shape, values } = featureCache(folder).through(key, () => backbone.embed(raw, rows));
  return matrix(shape[0], shape[1], values);
}

/** Examples themselves as features, as an evaluation without a model takes them; of tables fitted on `fitRows`. */
export function plainFeatures(raw, fitRows, rows) {
  const imageSize = raw.modality === 'IMAGE' ? Math.min(32, raw.images.height) : 32;
  const input = inputSpec(raw, fitRows, { imageSize, textFeatures: 1024 });
  const { values } = encodeExamples(input, raw, rows);
  const found = matrix(rows.length, values.length / Math.max(1, rows.length), values);
  return raw.modality === 'IMAGE' ? { ...found, values: found.values.map((byte) => byte / 255) } : found;
}
