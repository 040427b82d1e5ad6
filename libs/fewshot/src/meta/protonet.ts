import * as tf from '@tensorflow/tfjs-core';
import { classMeans, episodeMeans } from './class-means.js';
import type { LinearLayer, MetricMethod } from './meta-method.js';

/**
 * Prototypical networks (Snell 2017): a query's logit for class k is −‖z − c_k‖², c_k the mean of the class's support.
 * ‖z‖² is the same for all classes and left out, which makes the logits linear in z: 2 z·c_k − ‖c_k‖².
 */
export const protonet: MetricMethod = {
  kind: 'METRIC',
  scores(support, query, _weights, { ways, shots }) {
    const { kernel, bias } = nearestMean(episodeMeans(support, ways, shots));
    return tf.add(tf.matMul(query, kernel), bias);
  },
  layer: (support, labels) => nearestMean(classMeans(support, labels)),
};

/** [ways, dim] class means → the layer whose logits are 2 z·c − ‖c‖². */
export function nearestMean(means: tf.Tensor2D): LinearLayer {
  return {
    kernel: tf.mul(tf.transpose(means), 2),
    bias: tf.neg(tf.sum(tf.square(means), 1)) as tf.Tensor1D,
  };
}
