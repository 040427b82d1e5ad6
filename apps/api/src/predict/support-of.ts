import { type Calibration, classifierOf, type ModelManifest } from '@kshot/domain';
import {
  backboneOf,
  type Classifier,
  featureExtractor,
  leaveOneOutScores,
  type Matrix,
  matrix,
  type SupportRule,
} from '@kshot/fewshot';
import { decodeImage, inputExamples, type RawInput } from '@kshot/ingest';
import { engine } from '@kshot/native';
import { type Blobs, type SupportContent, writeSupport } from '@kshot/store';
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
  const pixels = await pixelsOf(manifest, inputs);
  const contents = inputs.map(contentOf);
  const file = { rule, classes, features, labels, contents, ...(pixels ? { pixels } : {}) };
  const scores = leaveOneOutScores(rule, { features, labels, ways: classes.length });
  return {
    supportHash: await writeSupport(blobs, file),
    calibration: { source: 'LEAVE_ONE_OUT', scores: [...scores], versionId: null, split: null, part: null },
  };
}

/** [n, dim] of a classifier's backbone. */
export async function featuresOf(
  manifest: ModelManifest,
  weights: Classifier['weights'],
  inputs: readonly RawInput[],
): Promise<Matrix> {
  const extractor = featureExtractor(engine(), backboneOf(classifierOf(manifest, weights)));
  try {
    const raw = await inputExamples(manifest, inputs);
    const { shape, values } = extractor.features(raw, Int32Array.from(inputs.keys()));
    return matrix(inputs.length, shape[1] as number, values);
  } finally {
    extractor.dispose();
  }
}

const contentOf = (input: RawInput): SupportContent =>
  'text' in input ? { text: input.text } : 'row' in input ? { row: input.row } : {};

/** Side of a picture that is kept to be shown, at most. */
const LARGEST = 128;

async function pixelsOf({ input, source }: ModelManifest, inputs: readonly RawInput[]) {
  if (input.modality !== 'IMAGE') return undefined;
  const { height, width, channels } = source ?? input;
  const shrink = Math.min(1, LARGEST / Math.max(height, width));
  const shape = { height: Math.round(height * shrink), width: Math.round(width * shrink), channels };
  const size = shape.height * shape.width * channels;
  const values = new Uint8Array(size * inputs.length);
  for (const [i, one] of inputs.entries())
    if ('image' in one) values.set(await decodeImage(one.image, shape, `Input ${i + 1}`), i * size);
  return { shape: [inputs.length, shape.height, shape.width, channels], values };
}
