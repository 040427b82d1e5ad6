import * as tf from '@tensorflow/tfjs-core';

/** [n, length] numbers of tokens → [n, length, width]: what each token and its place stand for, added. */
export function embedded(tokens: tf.Tensor, words: tf.Tensor, positions: tf.Tensor): tf.Tensor {
  const [n, length] = tokens.shape as [number, number];
  const width = words.shape[1] as number;
  const found = tf.gather(words, tf.reshape(tf.cast(tokens, 'int32'), [n * length]));
  return tf.add(tf.reshape(found, [n, length, width]), tf.slice(positions, [0, 0], [length, width]));
}

/** [n, height, width, channels] → [n, height · width + 1, channels]: `first`, then the places of the picture, row by row. */
export function gathered(x: tf.Tensor, first: tf.Tensor, positions: tf.Tensor): tf.Tensor {
  const [n, height, width, channels] = x.shape as [number, number, number, number];
  const beginning = tf.mul(tf.ones([n, 1, 1]), first);
  return tf.add(tf.concat([beginning, tf.reshape(x, [n, height * width, channels])], 1), positions);
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

/**
 * Multi-head self-attention (Vaswani 2017) without its last projection: [n, length, width] → the same. `joined` are queries, keys and
 * values side by side, [n, length, 3 width]; padding is not attended to. `near`, [heads, length, length], is added to the scores.
 */
export function attended(
  joined: tf.Tensor,
  mask: tf.Tensor | undefined,
  heads: number,
  near?: tf.Tensor,
): tf.Tensor {
  const [n, length, triple] = joined.shape as [number, number, number];
  const size = triple / 3 / heads;
  const parted = tf.transpose(tf.reshape(joined, [n, length, 3, heads, size]), [2, 0, 3, 1, 4]);
  const part = (i: number) =>
    tf.reshape(tf.slice(parted, [i, 0, 0, 0, 0], [1, n, heads, length, size]), [n, heads, length, size]);
  const scores = tf.mul(tf.matMul(part(0), part(1), false, true), 1 / Math.sqrt(size));
  const placed = near ? tf.add(scores, near) : scores;
  const seen = mask ? tf.add(placed, tf.reshape(tf.mul(tf.sub(mask, 1), 1e9), [n, 1, 1, length])) : placed;
  const found = tf.matMul(tf.softmax(seen), part(2));
  return tf.reshape(tf.transpose(found, [0, 2, 1, 3]), [n, length, triple / 3]);
}

/** [n, length, width] → [n, width], the mean over the tokens that are not padding. */
export function meanOfTokens(x: tf.Tensor, mask: tf.Tensor): tf.Tensor {
  const weights = tf.expandDims(mask, 2);
  return tf.div(tf.sum(tf.mul(x, weights), 1), tf.maximum(tf.sum(weights, 1), 1));
}

/** x Φ(x), with the normal distribution's Φ (Hendrycks 2016). */
export const gelu = (x: tf.Tensor): tf.Tensor =>
  tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1));
