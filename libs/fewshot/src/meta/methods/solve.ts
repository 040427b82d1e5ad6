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

/**
 * X [n, m] with A X ≈ B by so many steps of conjugate gradients (Hestenes and Stiefel 1952) for each column of B; `apply`
 * gives A X for a symmetric positive definite A. Without a matrix A, and of few ops however large n is.
 */
export function solveBySteps(
  apply: (x: tf.Tensor2D) => tf.Tensor2D,
  b: tf.Tensor2D,
  steps: number,
): tf.Tensor2D {
  const dots = (x: tf.Tensor, y: tf.Tensor): tf.Tensor => tf.sum(tf.mul(x, y), 0, true);
  const ratio = (x: tf.Tensor, y: tf.Tensor): tf.Tensor => tf.div(x, tf.maximum(y, 1e-30));
  let [x, rest, direction] = [tf.zerosLike(b), b, b];
  let left = dots(rest, rest);
  for (let step = 0; step < steps; step++) {
    const moved = apply(direction);
    const length = ratio(left, dots(direction, moved));
    x = tf.add(x, tf.mul(direction, length));
    rest = tf.sub(rest, tf.mul(moved, length));
    const now = dots(rest, rest);
    direction = tf.add(rest, tf.mul(direction, ratio(now, left)));
    left = now;
  }
  return x;
}
