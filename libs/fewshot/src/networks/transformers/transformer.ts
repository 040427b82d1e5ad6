import * as tf from '@tensorflow/tfjs-core';
import { constant } from '../../engine/constant.js';

/** [n, length] numbers of tokens → [n, length, width]: what each token and its place stand for, added; `filled` fills up all places. */
export function embedded(
  tokens: tf.Tensor,
  words: tf.Tensor,
  positions: tf.Tensor,
  filled?: number,
): tf.Tensor {
  const [n, given] = tokens.shape as [number, number];
  const width = words.shape[1] as number;
  const length = filled === undefined ? given : (positions.shape[0] as number);
  const missing: [number, number][] = [
    [0, 0],
    [0, length - given],
  ];
  const all = filled === undefined ? tokens : tf.pad(tokens, missing, filled);
  const found = tf.gather(words, tf.reshape(tf.cast(all, 'int32'), [n * length]));
  return tf.add(tf.reshape(found, [n, length, width]), tf.slice(positions, [0, 0], [length, width]));
}

/** [n, height, width, channels] → [n, height · width + 1, channels]: `first`, where there is one, then the places of the picture, row by row. */
export function gathered(x: tf.Tensor, first: tf.Tensor | undefined, positions: tf.Tensor): tf.Tensor {
  const [n, height, width, channels] = x.shape as [number, number, number, number];
  const places = tf.reshape(x, [n, height * width, channels]);
  if (!first) return tf.add(places, positions);
  const before: [number, number][] = [
    [0, 0],
    [1, 0],
    [0, 0],
  ];
  const beginning = tf.pad(tf.reshape(first, [1, channels]), [
    [0, height * width],
    [0, 0],
  ]);
  return tf.add(tf.pad(places, before), tf.add(beginning, positions));
}

/** Normalises over the last axis (Ba 2016). */
export function layerNorm(x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor, epsilon: number): tf.Tensor {
  const centred = tf.sub(x, tf.mean(x, -1, true));
  const variance = tf.mean(tf.square(centred), -1, true);
  return tf.add(tf.mul(tf.mul(centred, tf.rsqrt(tf.add(variance, epsilon))), gamma), beta);
}

/** x W + b over the last axis of [n, …, inputs]. */
export function affine(x: tf.Tensor, kernel: tf.Tensor, bias: tf.Tensor): tf.Tensor {
  if (x.rank === 2) return tf.add(tf.matMul(x as tf.Tensor2D, kernel as tf.Tensor2D), bias);
  const [inputs, units] = kernel.shape as [number, number];
  const rows = tf.reshape(x, [x.size / inputs, inputs]) as tf.Tensor2D;
  const y = tf.add(tf.matMul(rows, kernel as tf.Tensor2D), bias);
  return tf.reshape(y, [...x.shape.slice(0, -1), units]);
}

/** [n, length] 1 for a token, 0 for padding. */
export const tokenMask = (tokens: tf.Tensor, padding: number): tf.Tensor =>
  tf.cast(tf.notEqual(tokens, padding), 'float32');

/** [n, length, width] → [n, width], the mean over the tokens that are not padding, or their sum over the root of their number. */
export function meanOfTokens(x: tf.Tensor, mask: tf.Tensor, root = false): tf.Tensor {
  const weights = tf.expandDims(mask, 2);
  const count = tf.maximum(tf.sum(weights, 1), 1);
  return tf.div(tf.sum(tf.mul(x, weights), 1), root ? tf.sqrt(count) : count);
}

/** [n, length, width] → [n, width]: the token at a place, from 0. A product instead of a slice, which would name the batch. */
export function tokenAt(x: tf.Tensor, place: number): tf.Tensor {
  const own = Float32Array.from({ length: x.shape[1] as number }, (_, i) => Number(i === place));
  return tf.sum(tf.mul(x, constant(tf.tensor3d(own, [1, own.length, 1]))), 1);
}

/** [n, length, width] → [n, width]: the last token, or by a mask the last that is not padding. */
export function lastToken(x: tf.Tensor, mask?: tf.Tensor): tf.Tensor {
  const length = x.shape[1] as number;
  if (!mask) return tokenAt(x, length - 1);
  const places = tf.mul(mask, constant(tf.range(1, length + 1)));
  const last = tf.cast(tf.equal(places, tf.max(places, 1, true)), 'float32');
  return tf.sum(tf.mul(x, tf.expandDims(last, 2)), 1);
}

/** x Φ(x), with the normal distribution's Φ (Hendrycks 2016). */
export const gelu = (x: tf.Tensor): tf.Tensor =>
  tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1));

/** GELU by the approximation 0.5 x (1 + tanh(√(2/π) (x + 0.044715 x³))). */
export function tanhGelu(x: tf.Tensor): tf.Tensor {
  const inner = tf.add(x, tf.mul(tf.mul(x, tf.square(x)), 0.044715));
  return tf.mul(tf.mul(x, 0.5), tf.add(tf.tanh(tf.mul(inner, Math.sqrt(2 / Math.PI))), 1));
}

/** GELU by the approximation x σ(1.702 x). */
export const quickGelu = (x: tf.Tensor): tf.Tensor => tf.mul(x, tf.sigmoid(tf.mul(x, 1.702)));
