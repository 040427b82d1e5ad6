import * as tf from '@tensorflow/tfjs-core';
import type { Tensors } from '../engine/program.js';
import { batchNorm } from '../gradients/batch-norm.js';
import type { Layer } from './layer.js';

interface Averaging {
  readonly state: Tensors;
  readonly mode: { readonly training: boolean };
  readonly updated: Record<string, tf.Tensor>;
}

/** Examples by the mean and variance of their batch, whose moving averages go to `updated`; in use, by the moving averages. */
export function normalise(
  layer: Extract<Layer, { kind: 'batchNorm' }>,
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  pass: Averaging,
): tf.Tensor {
  const mean = pass.state[`${layer.name}/mean`] as tf.Tensor;
  const variance = pass.state[`${layer.name}/variance`] as tf.Tensor;
  if (!pass.mode.training) {
    const scale = tf.mul(gamma, tf.rsqrt(tf.add(variance, layer.epsilon)));
    return tf.add(tf.mul(x, scale), tf.sub(beta, tf.mul(mean, scale)));
  }
  const batch = batchNorm(x as tf.Tensor4D, gamma as tf.Tensor1D, beta as tf.Tensor1D, layer.epsilon);
  const moved = (old: tf.Tensor, now: tf.Tensor) =>
    tf.add(tf.mul(old, layer.momentum), tf.mul(now, 1 - layer.momentum));
  pass.updated[`${layer.name}/mean`] = moved(mean, batch.mean);
  pass.updated[`${layer.name}/variance`] = moved(variance, batch.variance);
  return batch.y;
}
