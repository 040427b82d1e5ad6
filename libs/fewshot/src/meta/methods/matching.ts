import * as tf from '@tensorflow/tfjs-core';
import type { MetricMethod } from '../meta-method.js';
import { unitRows } from './class-means.js';
import { cosineLayer, cosineRule, tau, temperature } from './cosine-protonet.js';

/**
 * Matching networks without full-context embeddings (Vinyals 2016): attention over the support examples by cosine, summed
 * over each class: log Σ exp(τ cos(z, z_i)) over the examples i of class k. A sub-model, which must be linear, uses the
 * mean of each class's unit features instead: the same with one shot.
 */
export const matching: MetricMethod<'MATCHING'> = {
  name: 'MATCHING',
  title: 'Matching network',
  description: 'Attention over the support examples (Vinyals 2016).',
  whenToUse: 'Classes that are not one cluster each, several examples.',
  paper: 'Vinyals 2016, arXiv:1606.04080',
  kind: 'METRIC',
  options: ['poses'],
  parameters: () => ({ 'metric/temperature': temperature() }),
  rule: cosineRule,
  scores(support, query, weights, { ways, shots }) {
    const cosines = tf.matMul(unitRows(query), unitRows(support), false, true);
    const scaled = tf.mul(cosines, tau(weights));
    if (shots === 1) return scaled as tf.Tensor2D;
    const byClass = tf.reshape(scaled, [query.shape[0], ways, shots]);
    const top = tf.max(byClass, 2, true);
    const sums = tf.sum(tf.exp(tf.sub(byClass, top)), 2);
    return tf.add(tf.log(sums), tf.reshape(top, [query.shape[0], ways]));
  },
  layer: (support, labels, weights) => cosineLayer(support, labels, tau(weights)),
};
