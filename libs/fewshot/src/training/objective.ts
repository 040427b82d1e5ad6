import * as tf from '@tensorflow/tfjs-core';
import type { Penalty } from '../engine/optimizer.js';
import { kernelNames } from '../networks/initial-weights.js';
import type { objectiveOptions } from '../options/objective-options.js';
import type { SettingsOf } from '../options/option.js';

export type Objective = SettingsOf<typeof objectiveOptions>;

/** [batch, classes] logits, [batch] labels and weights → the weighted mean loss. */
export function dataLoss(
  kind: Objective['loss'],
  logits: tf.Tensor2D,
  labels: tf.Tensor1D,
  weights: tf.Tensor1D,
): tf.Scalar {
  const truth = tf.oneHot(labels, logits.shape[1], 1, 0, 'float32');
  const each =
    kind === 'CROSS_ENTROPY'
      ? tf.neg(tf.sum(tf.mul(truth, tf.logSoftmax(logits)), 1))
      : tf.sum(tf.square(tf.sub(tf.softmax(logits), truth)), 1);
  return tf.div(tf.sum(tf.mul(each, weights)), tf.sum(weights));
}

/** λ R(w) over the kernels, or nothing. */
export function penaltyOf(objective: Objective, parameters: readonly string[]): Penalty | undefined {
  if (objective.regularizer === 'NONE' || objective.lambda === 0) return undefined;
  const kind = ({ L2: 'l2', L1: 'l1', ELASTIC: 'elastic' } as const)[objective.regularizer];
  return { kind, weight: objective.lambda, mix: objective.elasticMix, parameters: kernelNames(parameters) };
}

/** Weight of each class: 1, or n / (classes × examples of the class) when balanced (0 for a class without examples). */
export function classWeights(
  kind: Objective['classWeights'],
  labels: ArrayLike<number>,
  classes: number,
): Float32Array {
  if (kind === 'NONE') return new Float32Array(classes).fill(1);
  const counts = new Float32Array(classes);
  for (const label of Array.from(labels)) counts[label] = (counts[label] as number) + 1;
  const present = counts.filter((n) => n > 0).length;
  return counts.map((n) => (n === 0 ? 0 : labels.length / (present * n)));
}
