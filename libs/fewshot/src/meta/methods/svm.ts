import * as tf from '@tensorflow/tfjs-core';
import type { Packed, Tensors } from '../../engine/program.js';
import { detach } from '../../gradients/detach.js';
import { oneHotLabels } from '../episodes/episode-labels.js';
import type { MetricMethod } from '../meta-method.js';

const SCALE = 'metric/scale';
/** The price of a violated margin, as in the paper. */
const COST = 0.1;
const TURNS = 30;

/**
 * MetaOptNet (Lee 2019): a multi-class support vector machine (Crammer and Singer 2001) on the support features, fitted
 * anew for every episode and differentiated through; the scale of the logits is learnt. The paper solves the dual by an
 * interior-point method and differentiates its optimum; here it takes a fixed number of accelerated projected gradient
 * steps, and these are differentiated.
 */
export const svm: MetricMethod<'SVM'> = {
  name: 'SVM',
  title: 'SVM (MetaOptNet)',
  description: 'A support vector machine, fitted within each episode (Lee 2019).',
  whenToUse: 'Five or more examples to a class, many features.',
  paper: 'Lee 2019, arXiv:1904.03758',
  kind: 'METRIC',
  options: ['poses'],
  parameters: (): Record<string, Packed> => ({ [SCALE]: { shape: [1], values: Float32Array.of(4) } }),
  scores(support, query, weights, { ways, shots }) {
    return tf.matMul(query, scaled(support, oneHotLabels(ways, shots), weights));
  },
  layer: (support, labels, weights) => ({
    kernel: scaled(support, labels, weights),
    bias: tf.zeros([labels.shape[1]]),
  }),
};

const scaled = (support: tf.Tensor2D, labels: tf.Tensor2D, weights: Tensors): tf.Tensor2D =>
  tf.mul(svmKernel(support, labels, COST, TURNS), weights[SCALE] as tf.Tensor);

/**
 * [n, dim] features and one-hot labels Y [n, ways] → W [dim, ways], min ½‖W‖² + cost Σ max_k (1 − δ_ky + z·w_k − z·w_y).
 * The dual variables are cost (Y − P) with the rows of P on the simplex, W = cost Zᵀ(Y − P); a step is FISTA's (Beck and
 * Teboulle 2009) with 1/L from the Frobenius norm of the Gram matrix.
 */
export function svmKernel(z: tf.Tensor2D, labels: tf.Tensor2D, cost: number, turns: number): tf.Tensor2D {
  const gram = tf.mul(tf.matMul(z, z, false, true), cost);
  const step = tf.div(1, tf.maximum(tf.sqrt(tf.sum(tf.square(gram))), 1e-6));
  let p = labels;
  let ahead = labels;
  let pace = 1;
  for (let turn = 0; turn < turns; turn++) {
    const margins = tf.sub(tf.matMul(gram, tf.sub(labels, ahead)), labels);
    const next = ontoSimplex(tf.add(ahead, tf.mul(margins, step)));
    const faster = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
    ahead = tf.add(next, tf.mul(tf.sub(next, p), (pace - 1) / faster));
    [p, pace] = [next, faster];
  }
  return tf.mul(tf.matMul(z, tf.sub(labels, p), true, false), cost);
}

/**
 * [n, ways] → the nearest points whose rows are probabilities (Duchi 2008). Which entries stay positive is found without
 * sorting, by comparing all pairs: entry k does when v_k > (Σ_{v_j ≥ v_k} v_j − 1) / #{v_j ≥ v_k}. Its gradient is that of
 * the mean over these.
 */
function ontoSimplex(v: tf.Tensor2D): tf.Tensor2D {
  const fixed = detach(v);
  const larger = tf.cast(tf.greaterEqual(tf.expandDims(fixed, 1), tf.expandDims(fixed, 2)), 'float32');
  const counts = tf.sum(larger, 2);
  const sums = tf.sum(tf.mul(larger, tf.expandDims(fixed, 1)), 2);
  const kept = tf.cast(tf.greater(fixed, tf.div(tf.sub(sums, 1), counts)), 'float32');
  const surplus = tf.div(tf.sub(tf.sum(tf.mul(v, kept), 1, true), 1), tf.sum(kept, 1, true));
  return tf.mul(tf.sub(v, surplus), kept);
}
