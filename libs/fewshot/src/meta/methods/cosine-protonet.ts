import * as tf from '@tensorflow/tfjs-core';
import type { Packed, Tensors } from '../../engine/program.js';
import type { LinearLayer, MetricMethod } from '../meta-method.js';
import { classMeans, episodeMeans, unitRows } from './class-means.js';

/** Cosine prototypes (Gidaris 2018; Chen 2021): logits τ cos(z, c_k), c_k the mean of unit support features, τ learnt. */
export const cosineProtonet: MetricMethod = {
  kind: 'METRIC',
  parameters: () => ({ [TEMPERATURE]: temperature() }),
  scores(support, query, weights, { ways, shots }) {
    const means = unitRows(episodeMeans(unitRows(support), ways, shots));
    return tf.mul(tf.matMul(unitRows(query), means, false, true), tau(weights));
  },
  layer: (support, labels, weights) => cosineLayer(support, labels, tau(weights)),
};

const TEMPERATURE = 'metric/temperature';

/** Ten, as Chen 2021 starts from. */
export const temperature = (): Packed => ({ shape: [1], values: Float32Array.of(10) });

export const tau = (weights: Tensors): tf.Tensor => weights[TEMPERATURE] as tf.Tensor;

/**
 * A linear layer that decides as the cosine does, since the length of a query does not change which class is nearest.
 * Its probabilities are the cosine's for a query as long as the support features are on average.
 */
export function cosineLayer(support: tf.Tensor2D, labels: tf.Tensor2D, scale: tf.Tensor): LinearLayer {
  const means = unitRows(classMeans(unitRows(support), labels));
  const length = tf.mean(tf.sqrt(tf.sum(tf.square(support), 1)));
  return {
    kernel: tf.transpose(tf.mul(means, tf.div(scale, tf.maximum(length, 1e-6)))) as tf.Tensor2D,
    bias: tf.zeros([labels.shape[1]]),
  };
}
