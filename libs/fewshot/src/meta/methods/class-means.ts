import * as tf from '@tensorflow/tfjs-core';

/** [ways·shots, dim] features, class after class → [ways, dim]: row k is the mean of class k (Snell 2017, eq. 1). */
export function episodeMeans(support: tf.Tensor2D, ways: number, shots: number): tf.Tensor2D {
  return shots === 1 ? support : tf.mean(tf.reshape(support, [ways, shots, support.shape[1]]), 1);
}

/** [n, dim] features and one-hot labels [n, ways] → [ways, dim] means; any number of examples to a class. */
export function classMeans(features: tf.Tensor2D, labels: tf.Tensor2D): tf.Tensor2D {
  const counts = tf.maximum(tf.sum(labels, 0), 1);
  return tf.div(tf.matMul(labels, features, true, false), tf.expandDims(counts, 1));
}

/** [n, dim] → rows of length 1 (a row of zeros stays so). */
export function unitRows(x: tf.Tensor2D): tf.Tensor2D {
  return tf.mul(x, tf.rsqrt(tf.add(tf.sum(tf.square(x), 1, true), 1e-12)));
}
