import { batchNorm, type OptimizerConfig, type Tensors } from '@kshot/fewshot';
import * as tf from '@tensorflow/tfjs-core';

/** Weights of a Conv-4: four blocks of 3×3 convolution, batch norm, 2×2 max pooling, ReLU; perhaps with a head. */
export function conv4Weights(filters: number, classes?: number): Record<string, tf.Tensor> {
  const weights: Record<string, tf.Tensor> = {};
  let channels = 1;
  for (let i = 0; i < 4; i++) {
    weights[`w${i}`] = tf.randomNormal([3, 3, channels, filters], 0, 0.1, 'float32', 7 + i);
    weights[`g${i}`] = tf.ones([filters]);
    weights[`b${i}`] = tf.zeros([filters]);
    channels = filters;
  }
  if (classes) {
    weights.head = tf.randomNormal([filters, classes], 0, 0.1, 'float32', 17);
    weights.bias = tf.zeros([classes]);
  }
  return weights;
}

/** [n, 28, 28, 1] → [n, filters] */
export function conv4(x: tf.Tensor4D, weights: Tensors): tf.Tensor2D {
  let h = x;
  for (let i = 0; i < 4; i++) {
    h = block(h, weights, i);
  }
  return tf.reshape(h, [h.shape[0], -1]);
}

/** Block i: convolution, batch normalisation by the batch, pooling, ReLU. */
export function block(x: tf.Tensor4D, weights: Tensors, i: number): tf.Tensor4D {
  const [w, g, b] = [weights[`w${i}`], weights[`g${i}`], weights[`b${i}`]];
  const { y } = batchNorm(tf.conv2d(x, w as tf.Tensor4D, 1, 'same'), g as tf.Tensor1D, b as tf.Tensor1D);
  return tf.relu(tf.maxPool(y as tf.Tensor4D, 2, 2, 'valid'));
}

export const ADAM: OptimizerConfig = { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/** Uniform bytes from a small generator of its own, the same every time. */
export function bytes(count: number, seed = 1): Uint8Array {
  let state = seed;
  const filled = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    filled[i] = state >>> 24;
  }
  return filled;
}

export const repeated = (classes: number, each: number): number[] =>
  Array.from({ length: classes * each }, (_, i) => Math.floor(i / each));
