import * as tf from '@tensorflow/tfjs-core';

/** Kernels that a backend may have; the native one does. */
const EIGEN = 'SelfAdjointEigen';
const SOLVE = 'MatrixSolve';

/** Whether the active backend has what is needed. */
export const hasLinearAlgebra = (): boolean => {
  const backend = tf.getBackend();
  return backend !== undefined && [EIGEN, SOLVE].every((name) => tf.getKernel(name, backend) !== undefined);
};

/** Symmetric [n, n] → ascending eigenvalues [n] and eigenvectors as columns [n, n]. */
export const eigen = (a: tf.Tensor): [tf.Tensor1D, tf.Tensor2D] => {
  const [values, vectors] = tf.engine().runKernel(EIGEN, { a }) as tf.Tensor[];
  return [values as tf.Tensor1D, vectors as tf.Tensor2D];
};

/** [b, n, n] and [b, n, m] → A⁻¹ B. */
export const solve = (a: tf.Tensor, b: tf.Tensor): tf.Tensor =>
  tf.engine().runKernel(SOLVE, { a, b }) as tf.Tensor;
