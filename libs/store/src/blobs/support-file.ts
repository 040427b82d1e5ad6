import { decodeArrays, encodeArrays, type PackArray } from '@kshot/domain';
import { type HeadSettings, type Matrix, matrix, type SupportRule } from '@kshot/fewshot';
import type { Blobs } from './blobs.js';

/** One example that a sub-model was built from, beside its picture. */
export interface SupportContent {
  readonly text?: string;
  readonly row?: readonly { readonly column: string; readonly value: string | null }[];
}

/** What a model decides by: the examples that it was built from, and how. */
export interface SupportFile {
  /** How it decides by them, where that is known in closed form. */
  readonly rule?: SupportRule;
  /** The head that is fitted on them. */
  readonly head?: HeadSettings;
  readonly classes: readonly string[];
  readonly features: Matrix;
  readonly labels: Int32Array;
  /** [n] of examples that came one by one; those of a transferred model are in its version. */
  readonly contents: readonly SupportContent[];
  /** [n] their places in the version that the model was trained on; −1 of one that was taught later. */
  readonly rows?: Int32Array;
  /** [m, height, width, channels], of pictures that came one by one, in their order. */
  readonly pixels?: PackArray;
}

export async function writeSupport(blobs: Blobs, support: SupportFile): Promise<string> {
  const { features, labels, rows, pixels, ...described } = support;
  const arrays = {
    features: { shape: [features.rows, features.columns], values: Float32Array.from(features.values) },
    labels: { shape: [labels.length], values: labels },
    ...(rows ? { rows: { shape: [rows.length], values: rows } } : {}),
    ...(pixels ? { pixels } : {}),
  };
  return (await blobs.write(encodeArrays({ metadata: { support: JSON.stringify(described) }, arrays }))).hash;
}

export async function readSupport(blobs: Blobs, hash: string): Promise<SupportFile> {
  const { metadata, arrays } = decodeArrays(await blobs.read(hash));
  const described = JSON.parse(metadata.support ?? '{}') as Pick<
    SupportFile,
    'rule' | 'head' | 'classes' | 'contents'
  >;
  const { shape, values } = arrays.features!;
  return {
    ...described,
    features: matrix(shape[0] as number, shape[1] as number, values),
    labels: arrays.labels!.values as Int32Array,
    ...(arrays.rows ? { rows: arrays.rows.values as Int32Array } : {}),
    ...(arrays.pixels ? { pixels: arrays.pixels } : {}),
  };
}
