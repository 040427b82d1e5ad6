import * as tf from '@tensorflow/tfjs-core';
import { constant } from '../../engine/constant.js';

/** Farther apart, all tokens share one bucket. */
export const FARTHEST = 128;

/**
 * [buckets, heads] weights → [heads, length, length] by how far a key lies from a query. Half of the buckets are for keys behind the
 * query; of each half, half are for single distances, the others grow with the logarithm (Raffel 2020).
 */
export function byDistance(weights: tf.Tensor, length: number): tf.Tensor {
  const [buckets, heads] = weights.shape as [number, number];
  const which = Int32Array.from({ length: length * length }, (_, i) =>
    distanceBucket((i % length) - Math.floor(i / length), buckets / 2),
  );
  const found = tf.gather(weights, constant(tf.tensor1d(which, 'int32')));
  return tf.transpose(tf.reshape(found, [length, length, heads]), [2, 0, 1]);
}

/** The bucket of a key that lies so far behind the query, of twice `half` buckets. */
export function distanceBucket(offset: number, half: number): number {
  const [side, distance, single] = [offset > 0 ? half : 0, Math.abs(offset), half / 2];
  if (distance < single) return side + distance;
  const grown = (Math.log(distance / single) / Math.log(FARTHEST / single)) * (half - single);
  return side + Math.min(half - 1, single + Math.floor(grown));
}
