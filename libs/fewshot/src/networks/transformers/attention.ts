import * as tf from '@tensorflow/tfjs-core';
import { constant } from '../../engine/constant.js';
import { affine } from './transformer.js';

const UNSEEN = 1e9;

/**
 * Multi-head self-attention (Vaswani 2017) without its last projection: [n, length, width] → the same. `joined` are queries, keys and
 * values side by side, [n, length, 3 width]; padding is not attended to. `near`, [heads or 1, length, length], is added to the scores.
 */
export function attended(
  joined: tf.Tensor,
  mask: tf.Tensor | undefined,
  heads: number,
  near?: tf.Tensor,
): tf.Tensor {
  const [n, length, triple] = joined.shape as [number, number, number];
  const size = triple / 3 / heads;
  const [queries, keys, values] = tf.unstack(
    tf.transpose(tf.reshape(joined, [n, length, 3, heads, size]), [2, 0, 3, 1, 4]),
  ) as [tf.Tensor, tf.Tensor, tf.Tensor];
  const scores = tf.mul(tf.matMul(queries, keys, false, true), 1 / Math.sqrt(size));
  const placed = near ? tf.add(scores, near) : scores;
  const seen = mask ? tf.add(placed, tf.reshape(tf.mul(tf.sub(mask, 1), UNSEEN), [n, 1, 1, length])) : placed;
  const found = tf.matMul(tf.softmax(seen), values);
  return tf.reshape(tf.transpose(found, [0, 2, 1, 3]), [n, length, triple / 3]);
}

/** [1, length, length], to be added to scores: later tokens are not attended to. */
export function notLater(length: number): tf.Tensor {
  const later = Float32Array.from({ length: length * length }, (_, i) =>
    i % length > Math.floor(i / length) ? -UNSEEN : 0,
  );
  return constant(tf.tensor3d(later, [1, length, length]));
}

/** [n, length, width] → [n, width]: what `query`, [width], finds by multi-head attention; `kernel` and `bias` give keys and values side by side. */
export function attentionPooled(
  x: tf.Tensor,
  { query, kernel, bias }: Readonly<Record<'query' | 'kernel' | 'bias', tf.Tensor>>,
  heads: number,
): tf.Tensor {
  const [n, length, width] = x.shape as [number, number, number];
  const size = width / heads;
  const [keys, values] = tf.unstack(
    tf.transpose(tf.reshape(affine(x, kernel, bias), [n, length, 2, heads, size]), [2, 0, 3, 1, 4]),
  ) as [tf.Tensor, tf.Tensor];
  const scores = tf.sum(tf.mul(keys, tf.reshape(query, [heads, 1, size])), -1);
  const shares = tf.softmax(tf.mul(scores, 1 / Math.sqrt(size)));
  return tf.reshape(tf.sum(tf.mul(values, tf.expandDims(shares, 3)), 2), [n, width]);
}
