import { decodeArrays, encodeArrays } from '@kshot/domain';
import { type Matrix, matrix } from '@kshot/fewshot';
import type { Blobs } from './blobs.js';

/** Features of some examples of a version. */
export interface SampledFeatures {
  readonly features: Matrix;
  /** Place of each in the version. */
  readonly rows: Int32Array;
}

export async function writeSampledFeatures(
  blobs: Blobs,
  { features, rows }: SampledFeatures,
): Promise<string> {
  const values = Float32Array.from(features.values);
  const arrays = {
    features: { shape: [features.rows, features.columns], values },
    rows: { shape: [rows.length], values: rows },
  };
  return (await blobs.write(encodeArrays({ metadata: {}, arrays }))).hash;
}

export async function readSampledFeatures(blobs: Blobs, hash: string): Promise<SampledFeatures> {
  const { features, rows } = decodeArrays(await blobs.read(hash)).arrays;
  const [count, columns] = features!.shape as [number, number];
  return { features: matrix(count, columns, features!.values), rows: rows!.values as Int32Array };
}
