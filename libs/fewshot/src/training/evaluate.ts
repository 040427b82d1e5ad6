import type { Program } from '../engine/program.js';
import { argMax, type Classified, classified } from '../statistics/classification.js';

export interface Evaluated extends Classified {
  readonly count: number;
  /** Mean cross-entropy, or mean squared error of the probabilities when that is what was trained. */
  readonly loss: number;
  readonly correct: number;
}

/** What a run reports of a part of the examples. */
export const namedMetrics = (
  part: 'train' | 'validation',
  { loss, accuracy, macroF1 }: Pick<Evaluated, 'loss' | 'accuracy' | 'macroF1'>,
): Record<string, number> => ({
  [`${part}Loss`]: loss,
  [`${part}Accuracy`]: accuracy,
  [`${part}MacroF1`]: macroF1,
});

/** Rows through the query `scores` in batches of one size: [rows.length, classes] logits. */
export function scoresOf(
  program: Program<'scores'>,
  rows: Int32Array,
  batch: number,
  classes: number,
): Float32Array {
  const scores = new Float32Array(rows.length * classes);
  for (let at = 0; at < rows.length; at += batch) {
    const fed = new Int32Array(batch).fill(rows[at] as number);
    fed.set(rows.subarray(at, at + batch));
    const values = program.call('scores', { rows: fed }).scores?.values as Float32Array;
    scores.set(values.subarray(0, Math.min(batch, rows.length - at) * classes), at * classes);
  }
  return scores;
}

/** [n, classes] logits against [n] labels. */
export function evaluated(
  scores: Float32Array,
  truth: Int32Array,
  classes: number,
  loss: 'CROSS_ENTROPY' | 'MEAN_SQUARED_ERROR',
): Evaluated {
  let total = 0;
  for (let i = 0; i < truth.length; i++) {
    const p = softmax(scores.subarray(i * classes, (i + 1) * classes));
    const right = truth[i] as number;
    if (loss === 'CROSS_ENTROPY') total -= Math.log(Math.max(p[right] as number, 1e-38));
    else total += p.reduce((sum, value, k) => sum + (value - (k === right ? 1 : 0)) ** 2, 0);
  }
  const predicted = argMax(scores, classes);
  const result = classified(truth, predicted, classes);
  const correct = truth.reduce((sum, label, i) => sum + (label === predicted[i] ? 1 : 0), 0);
  return { ...result, count: truth.length, correct, loss: total / Math.max(1, truth.length) };
}

/** Logits of one example → probabilities that sum to 1, in double precision. */
export function softmax(logits: Float32Array): number[] {
  const top = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = Array.from(logits, (score) => Math.exp(score - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
