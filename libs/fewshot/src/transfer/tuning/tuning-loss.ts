import * as tf from '@tensorflow/tfjs-core';
import { constant } from '../../engine/constant.js';
import { unitRows } from '../../meta/methods/class-means.js';

/** What cosines are multiplied by before the softmax. */
const SCALE = 20;
/** What cosines are divided by in the contrast (Khosla 2020). */
const TEMPERATURE = 0.07;

/** [batch, dim] vectors and [ways, dim] rows of a classifier → [batch, ways] logits: scaled cosines. */
export const cosineLogits = (vectors: tf.Tensor2D, rows: tf.Tensor2D): tf.Tensor2D =>
  tf.mul(tf.matMul(vectors, unitRows(rows), false, true), SCALE);

/** Mean cross-entropy of [batch, ways] logits. */
export function crossEntropy(logits: tf.Tensor2D, labels: tf.Tensor1D): tf.Scalar {
  const truth = tf.oneHot(labels, logits.shape[1], 1, 0, 'float32');
  return tf.neg(tf.mean(tf.sum(tf.mul(truth, tf.logSoftmax(logits)), 1))) as tf.Scalar;
}

/** Supervised contrast within a batch of vectors of length 1: each draws the others of its class near (Khosla 2020, eq. 2). */
export function supervisedContrast(vectors: tf.Tensor2D, labels: tf.Tensor1D): tf.Scalar {
  const [n] = vectors.shape;
  const diagonal = Float32Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
  const self = constant(tf.tensor2d(diagonal, [n, n]));
  const alike = tf.cast(tf.equal(tf.expandDims(labels, 1), tf.expandDims(labels, 0)), 'float32');
  const same = tf.mul(alike, tf.sub(1, self));
  const cosines = tf.div(tf.matMul(vectors, vectors, false, true), TEMPERATURE);
  const shares = tf.logSoftmax(tf.sub(cosines, tf.mul(self, 1e9)) as tf.Tensor2D);
  const each = tf.div(tf.sum(tf.mul(shares, same), 1), tf.maximum(tf.sum(same, 1), 1));
  return tf.neg(tf.mean(each)) as tf.Scalar;
}
