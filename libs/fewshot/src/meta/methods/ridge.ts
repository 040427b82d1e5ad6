import * as tf from '@tensorflow/tfjs-core';
import { constant } from '../../engine/constant.js';
import type { Packed, Tensors } from '../../engine/program.js';
import { oneHotLabels } from '../episodes/episode-labels.js';
import type { MetricMethod } from '../meta-method.js';
import { solve } from './solve.js';

const PENALTY = 'metric/logPenalty';
const SCALE = 'metric/scale';

/**
 * R2D2 (Bertinetto 2019): a ridge regression on the support features to one-hot labels, W = Zᵀ(ZZᵀ + λI)⁻¹Y (their
 * eq. 4), differentiated through; λ and the scale of the logits are learnt.
 */
export const ridge: MetricMethod<'RIDGE'> = {
  name: 'RIDGE',
  title: 'Ridge (R2D2)',
  description: 'A ridge regression solved in closed form (Bertinetto 2019).',
  whenToUse: 'Five or more examples to a class.',
  paper: 'Bertinetto 2019, arXiv:1805.08136',
  kind: 'METRIC',
  options: ['poses'],
  parameters: (): Record<string, Packed> => ({
    [PENALTY]: { shape: [1], values: new Float32Array(1) },
    [SCALE]: { shape: [1], values: Float32Array.of(4) },
  }),
  rule: (weights) => ({
    kind: 'RIDGE',
    penalty: Math.exp(weights[PENALTY]?.values[0] as number),
    scale: weights[SCALE]?.values[0] as number,
  }),
  scores(support, query, weights, { ways, shots }) {
    const kernel = ridgeKernel(support, oneHotLabels(ways, shots), weights);
    return tf.matMul(query, kernel);
  },
  layer: (support, labels, weights) => ({
    kernel: ridgeKernel(support, labels, weights),
    bias: tf.zeros([labels.shape[1]]),
  }),
};

function ridgeKernel(z: tf.Tensor2D, labels: tf.Tensor2D, weights: Tensors): tf.Tensor2D {
  const n = z.shape[0];
  const ones = Float32Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
  const identity = constant(tf.tensor2d(ones, [n, n]));
  const gram = tf.add(tf.matMul(z, z, false, true), tf.mul(identity, tf.exp(weights[PENALTY] as tf.Tensor)));
  const dual = solve(gram as tf.Tensor2D, labels);
  return tf.mul(tf.matMul(z, dual, true, false), weights[SCALE] as tf.Tensor);
}
