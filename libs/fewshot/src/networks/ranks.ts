import * as tf from '@tensorflow/tfjs-core';

/** [batch, columns] → 3 (share of a column's kept values [columns, kept] below each, half of the equal ones, less ½). */
export function ranksAmong(x: tf.Tensor2D, sorted: tf.Tensor2D): tf.Tensor {
  const own = tf.expandDims(x, 2);
  const below = tf.mean(tf.cast(tf.less(tf.expandDims(sorted, 0), own), 'float32'), 2);
  const upTo = tf.mean(tf.cast(tf.lessEqual(tf.expandDims(sorted, 0), own), 'float32'), 2);
  return tf.sub(tf.mul(tf.add(below, upTo), 1.5), 1.5);
}
