import * as tf from '@tensorflow/tfjs-core';
import { oneHotLabels } from '../episodes/episode-labels.js';
import type { LinearLayer, MetricMethod } from '../meta-method.js';
import { classMeans, episodeMeans } from './class-means.js';
import { solveBySteps } from './solve.js';

/**
 * Prototypical networks (Snell 2017): a query's logit for class k is −‖z − c_k‖², c_k the mean of the class's support.
 * ‖z‖² is the same for all classes and left out, which makes the logits linear in z: 2 z·c_k − ‖c_k‖². The settings may
 * ask for Mahalanobis distance in place of Euclid's.
 */
export const protonet: MetricMethod<'PROTONET'> = {
  name: 'PROTONET',
  title: 'ProtoNet',
  description: 'Nearest class mean in a learnt space (Snell 2017). A sound default.',
  whenToUse: 'Many classes to learn from, few examples of new ones. The default.',
  paper: 'Snell 2017, arXiv:1703.05175',
  kind: 'METRIC',
  options: ['poses', 'mahalanobis'],
  rule: () => ({ kind: 'CENTROID' }),
  scores(support, query, _weights, { ways, shots, settings }) {
    const means = episodeMeans(support, ways, shots);
    const { kernel, bias } =
      settings.mahalanobis && shots > 1
        ? nearestWithin(means, support, oneHotLabels(ways, shots))
        : nearestMean(means);
    return tf.add(tf.matMul(query, kernel), bias);
  },
  layer(support, labels, _weights, { mahalanobis }) {
    const means = classMeans(support, labels);
    return mahalanobis ? nearestWithin(means, support, labels) : nearestMean(means);
  },
};

/** [ways, dim] class means → the layer whose logits are 2 z·c − ‖c‖². */
export function nearestMean(means: tf.Tensor2D): LinearLayer {
  return {
    kernel: tf.mul(tf.transpose(means), 2),
    bias: tf.neg(tf.sum(tf.square(means), 1)) as tf.Tensor1D,
  };
}

/** The identity beside the covariance, in mean squared distances of an example from its class. */
const SHRINKAGE = 3;
/** A system whose eigenvalues are 3 and more is solved to three digits and more by then. */
const STEPS = 40;

/**
 * [ways, dim] class means, [n, dim] support and its one-hot labels [n, ways] → the layer whose logits are 2 zᵀMc − cᵀMc with
 * M = β (β I + RᵀR)⁻¹, R the support less the means of its classes and β = 3 ‖R‖²/n: the smaller, the more examples of one class
 * differ in a direction (Bateni 2020, with one covariance for all classes). By Woodbury's identity a system in n unknowns;
 * M = I where R is 0.
 */
function nearestWithin(means: tf.Tensor2D, support: tf.Tensor2D, labels: tf.Tensor2D): LinearLayer {
  const residuals = tf.sub(support, tf.matMul(labels, means)) as tf.Tensor2D;
  const spread = tf.maximum(tf.div(tf.sum(tf.square(residuals)), residuals.shape[0]), 1e-12);
  const products = (x: tf.Tensor2D): tf.Tensor2D => tf.div(tf.matMul(residuals, x), spread);
  const regularised = (x: tf.Tensor2D): tf.Tensor2D =>
    tf.add(products(tf.matMul(residuals, x, true, false)), tf.mul(x, SHRINKAGE));
  const dual = solveBySteps(regularised, products(tf.transpose(means)), STEPS);
  const weighed = tf.sub(means, tf.matMul(dual, residuals, true, false));
  return {
    kernel: tf.mul(tf.transpose(weighed), 2) as tf.Tensor2D,
    bias: tf.neg(tf.sum(tf.mul(means, weighed), 1)) as tf.Tensor1D,
  };
}
