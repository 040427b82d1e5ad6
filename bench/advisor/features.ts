import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  backboneOf,
  featureExtractor,
  type Matrix,
  type Packed,
  plainBackbone,
  plainFeatures,
  type RawExamples,
} from '@kshot/fewshot';
import { engine, featureCache } from '@kshot/native';
import { featureMatrix } from '../accuracy/files/extracted.js';
import { readModel } from '../accuracy/files/read-model.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The starters that the product takes first. */
const STARTERS: Partial<Record<RawExamples['modality'], string>> = {
  IMAGE: 'efficientnet-lite2',
  TEXT: 'minilm-l6',
};

export interface Starter {
  readonly name: string;
  /** The chosen rows → [n, dim]. */
  embed(raw: RawExamples, rows: Int32Array): Packed;
}

/** The shipped backbone of a modality; undefined for tables. */
export async function starterFor(modality: RawExamples['modality']): Promise<Starter | undefined> {
  const name = STARTERS[modality];
  if (!name) return undefined;
  const backbone = backboneOf((await readModel(name)).classifier);
  const extractor = featureExtractor(engine(), backbone);
  return {
    name: `${name}, ${backbone.network.layers.length} layers`,
    embed: (raw, rows) => extractor.features(raw, rows),
  };
}

/** Features of the chosen rows, from disk where this file and these rows were met before. */
export function cachedFeatures(starter: Starter, raw: RawExamples, rows: Int32Array, file: string): Matrix {
  const folder = path.join(root, '.kshot/bench-features');
  const key = { backbone: starter.name, content: JSON.stringify([file, [...rows]]) };
  return featureMatrix(featureCache(folder).through(key, () => starter.embed(raw, rows)));
}

/** Examples themselves as features, as an evaluation without a model takes them; of tables fitted on `fitRows`. */
export const examplesAsFeatures = (raw: RawExamples, fitRows: Int32Array, rows: Int32Array): Matrix =>
  plainFeatures(plainBackbone(raw, fitRows).input, raw, rows);
