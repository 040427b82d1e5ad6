import * as tf from '@tensorflow/tfjs-core';

/**
 * Solves A X = B for a symmetric positive definite A [n, n] and B [n, m] by Gauss and Jordan's elimination, which needs
 * no pivots then. Of plain ops, so it can be differentiated and recorded; n steps, meant for n up to a few hundred.
 */
export function solve(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D {
  const n = a.shape[0];
  const m = b.shape[1];
  let rows = tf.concat([a, b], 1);
  for (let k = 0; k < n; k++) {
    const pivot = tf.slice(rows, [k, k], [1, 1]);
    const row = tf.div(tf.slice(rows, [k, 0], [1, n + m]), pivot);
    const column = tf.slice(rows, [0, k], [n, 1]);
    const eliminated = tf.sub(rows, tf.matMul(column, row as tf.Tensor2D));
    rows = tf.concat(
      [
        tf.slice(eliminated, [0, 0], [k, n + m]),
        row,
        tf.slice(eliminated, [k + 1, 0], [n - k - 1, n + m]),
      ].filter((part) => (part.shape[0] as number) > 0) as tf.Tensor2D[],
      0,
    );
  }
  return tf.slice(rows, [0, n], [n, m]);
}
