import { type Calibration, classifierOf, type ModelManifest } from '@kshot/domain';
import {
  backboneOf,
  type Classifier,
  leaveOneOutScores,
  type Matrix,
  type SupportRule,
} from '@kshot/fewshot';
import { decodeImage, type RawInput } from '@kshot/ingest';
import { type Blobs, type SupportContent, writeSupport } from '@kshot/store';
import { featuresBy } from './features-by.js';
import type { Question } from './protocol.js';

type Kept = { readonly supportHash: string; readonly calibration: Calibration };

/** Keeps what a sub-model was built from, and what it makes of each of these examples without itself. */
export async function supportOf(
  blobs: Blobs,
  manifest: ModelManifest,
  weights: Classifier['weights'],
  rule: SupportRule,
  { inputs, labels, classes }: Extract<Question, { kind: 'build' }>,
): Promise<Kept> {
  const features = await featuresOf(manifest, weights, inputs);
  const pictures = await picturesOf(manifest, inputs);
  const pixels = pictures && packedPictures(pictures.each, pictures.shape);
  const contents = inputs.map(contentOf);
  const file = { rule, classes, features, labels, contents, ...(pixels ? { pixels } : {}) };
  return {
    supportHash: await writeSupport(blobs, file),
    calibration: calibrationOf(rule, { features, labels, ways: classes.length }),
  };
}

/** What a model that decides by its examples makes of each of them without it. */
export const calibrationOf = (
  rule: SupportRule,
  support: Parameters<typeof leaveOneOutScores>[1],
): Calibration => ({
  source: 'LEAVE_ONE_OUT',
  scores: [...leaveOneOutScores(rule, support)],
  versionId: null,
  split: null,
  part: null,
});

/** Pictures of one shape [height, width, channels] as one array. */
export const packedPictures = (each: readonly Uint8Array[], shape: readonly number[]) => ({
  shape: [each.length, ...shape],
  values: Uint8Array.from(Buffer.concat(each)),
});

/** [n, dim] of a classifier's backbone. */
export async function featuresOf(
  manifest: ModelManifest,
  weights: Classifier['weights'],
  inputs: readonly RawInput[],
): Promise<Matrix> {
  const features = featuresBy(manifest, backboneOf(classifierOf(manifest, weights)));
  try {
    return await features.of(inputs);
  } finally {
    features.release();
  }
}

export const contentOf = (input: RawInput): SupportContent =>
  'text' in input ? { text: input.text } : 'row' in input ? { row: input.row } : {};

/** Side of a picture that is kept to be shown, at most. */
const LARGEST = 128;

/** Pictures as they are kept to be shown; undefined of what is not pictures. */
export async function picturesOf(
  { input, source }: ModelManifest,
  inputs: readonly RawInput[],
): Promise<{ shape: number[]; each: Uint8Array[] } | undefined> {
  if (input.modality !== 'IMAGE') return undefined;
  const { height, width, channels } = source ?? input;
  const shrink = Math.min(1, LARGEST / Math.max(height, width));
  const shape = { height: Math.round(height * shrink), width: Math.round(width * shrink), channels };
  const each: Uint8Array[] = [];
  for (const [i, one] of inputs.entries())
    if ('image' in one) each.push(await decodeImage(one.image, shape, `Input ${i + 1}`));
  return { shape: [shape.height, shape.width, channels], each };
}
