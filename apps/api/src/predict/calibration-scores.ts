import { type ModelManifest, rawExamples } from '@kshot/domain';
import { encodeExamples, matrix, nonconformity, type Predictor } from '@kshot/fewshot';
import { type Blobs, readPack } from '@kshot/store';
import type { Question } from './protocol.js';

/** Ascending nonconformity scores of some examples of a version. */
export async function calibrationScores(
  blobs: Blobs,
  { input }: ModelManifest,
  model: Predictor,
  { packHash, rows, labels }: Extract<Question, { kind: 'calibrate' }>,
): Promise<Float64Array> {
  const raw = rawExamples(await readPack(blobs, packHash));
  const answers = model.probabilities(encodeExamples(input, raw, rows));
  return nonconformity(matrix(rows.length, answers[0]?.length ?? 0, answers.flat()), labels);
}
