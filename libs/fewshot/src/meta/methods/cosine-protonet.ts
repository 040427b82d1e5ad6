import * as tf from '@tensorflow/tfjs-core';
import type { Packed, Tensors } from '../../engine/program.js';
import type { SupportRule } from '../../trust/support-rule.js';
import type { LinearLayer, MetricMethod } from '../meta-method.js';
import { classMeans, episodeMeans, unitRows } from './class-means.js';

/** Cosine prototypes (Gidaris 2018; Chen 2021): logits τ cos(z, c_k), c_k the mean of unit support features, τ learnt. */
export const cosineProtonet: MetricMethod<'PROTONET_COSINE'> = {
  name: 'PROTONET_COSINE',
  title: 'Cosine ProtoNet',
  description: 'Class means on the unit sphere with a learnt temperature.',
  whenToUse: 'As ProtoNet; often better with one example to a class.',
  paper: 'Chen 2021, arXiv:2003.04390',
  kind: 'METRIC',
  options: ['poses'],
  parameters: () => ({ [TEMPERATURE]: temperature() }),
  rule: cosineRule,
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

/** The rule of `cosineLayer` for a trained model. */
export function cosineRule(weights: Readonly<Record<string, Packed>>): SupportRule {
  return { kind: 'COSINE', scale: weights[TEMPERATURE]?.values[0] as number };
}

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
