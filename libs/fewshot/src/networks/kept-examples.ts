import * as tf from '@tensorflow/tfjs-core';
import { unitRows } from '../meta/methods/class-means.js';

/** Squared distances are not told from 0 below this share of the squared length. */
const EXACT = 1e-6;
/** The logarithm of no share at all. */
const NONE = 1e-12;

interface KeptFeatures {
  /** [n, dim] of the kept examples, their mean subtracted. */
  readonly features: tf.Tensor2D;
  /** [dim] */
  readonly mean: tf.Tensor1D;
  /** [n, ways] one-hot. */
  readonly labels: tf.Tensor2D;
}

/** [batch, dim] → [batch, ways] logarithms of the votes of the k nearest examples, each weighed by its inverse distance. */
export function neighbourLogits(
  x: tf.Tensor2D,
  { features, mean, labels }: KeptFeatures,
  k: number,
): tf.Tensor {
  const centred = tf.sub(x, mean) as tf.Tensor2D;
  const own = tf.sum(tf.square(centred), 1, true);
  const products = tf.matMul(centred, features, false, true);
  const squares = tf.add(tf.sub(own, tf.mul(products, 2)), tf.sum(tf.square(features), 1));
  const floor = tf.add(tf.mul(own, EXACT), NONE);
  const { values, indices } = tf.topk(tf.neg(squares), k);
  const weights = tf.rsqrt(tf.maximum(tf.neg(values), floor));
  const votes = tf.sum(tf.mul(tf.gather(labels, indices), tf.expandDims(weights, 2)), 1);
  return tf.log(tf.add(tf.div(votes, tf.sum(weights, 1, true)), NONE));
}

interface Cache {
  /** [dim, ways] class means of length 1, in columns. */
  readonly means: tf.Tensor2D;
  /** [n, dim] of length 1. */
  readonly keys: tf.Tensor2D;
  /** [n, ways] what each example adds to its class. */
  readonly values: tf.Tensor2D;
}

/** [batch, dim] → [batch, ways] scale · (cosine to the class means + Σ exp(−sharpness (1 − cosine to an example)) · its value). */
export function cacheLogits(
  x: tf.Tensor2D,
  { means, keys, values }: Cache,
  { sharpness, scale }: { readonly sharpness: number; readonly scale: number },
): tf.Tensor {
  const unit = unitRows(x);
  const near = tf.exp(tf.mul(tf.sub(tf.matMul(unit, keys, false, true), 1), sharpness));
  return tf.mul(tf.add(tf.matMul(unit, means), tf.matMul(near as tf.Tensor2D, values)), scale);
}

/** [batch, dim], the [dim] mean of examples of length 1 and [dim, ways] class means → [batch, 1] `weight` · cosine to the nearest one. */
export const nearestCosine = (x: tf.Tensor, mean: tf.Tensor, means: tf.Tensor, weight: number): tf.Tensor => {
  const centred = unitRows(tf.sub(unitRows(x as tf.Tensor2D), mean) as tf.Tensor2D);
  return tf.mul(tf.max(tf.matMul(centred, means as tf.Tensor2D), 1, true), weight);
};
