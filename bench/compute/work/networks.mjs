import { batchNorm } from '@kshot/fewshot';
import * as tf from '@tensorflow/tfjs-core';

/** Weights of a Conv-4: four blocks of 3×3 convolution, batch norm, 2×2 max pooling, ReLU; perhaps with a head. */
export function conv4Weights(filters, classes) {
  const weights = {};
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
export function conv4(x, weights) {
  let h = x;
  for (let i = 0; i < 4; i++) {
    const { y } = batchNorm(tf.conv2d(h, weights[`w${i}`], 1, 'same'), weights[`g${i}`], weights[`b${i}`]);
    h = tf.relu(tf.maxPool(y, 2, 2, 'valid'));
  }
  return tf.reshape(h, [h.shape[0], -1]);
}

export const ADAM = { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/** Uniform bytes from a small generator of its own, the same every time. */
export function bytes(count, seed = 1) {
  let state = seed;
  const filled = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    filled[i] = state >>> 24;
  }
  return filled;
}

export const repeated = (classes, each) =>
  Array.from({ length: classes * each }, (_, i) => Math.floor(i / each));
