import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { backboneOf, encodeExamples, featureExtractor, inputSpec, matrix } from '@kshot/fewshot';
import { engine, featureCache } from '@kshot/native';
import { modelOf } from '../accuracy/files/model-of.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The starters that the product takes first. */
const STARTERS = { IMAGE: 'efficientnet-lite2', TEXT: 'minilm-l6' };

/** The shipped backbone of a modality: [rows] → [n, dim]; undefined for tables. */
export async function backboneFor(modality) {
  const name = STARTERS[modality];
  if (!name) return undefined;
  const { classifier, meta } = await modelOf(name);
  const backbone = backboneOf(classifier ?? { ...meta, classes: [] });
  const bytes = Object.values(backbone.weights).reduce((sum, { values }) => sum + values.byteLength, 0);
  const extractor = featureExtractor(engine(), backbone);
  return {
    name: `${name}, ${backbone.network.layers.length} layers`,
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
