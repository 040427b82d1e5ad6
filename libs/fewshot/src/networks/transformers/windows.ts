import * as tf from '@tensorflow/tfjs-core';
import type { Layer } from '../layer.js';

type Window = Pick<Extract<Layer, { kind: 'window' }>, 'size' | 'before' | 'columns'>;

/**
 * [n, length, width] → [n, length, size · width]: each token with those around it side by side, zeros for padding and beyond the
 * text. Splits instead of slices, which would name the batch.
 */
export function windows(x: tf.Tensor, mask: tf.Tensor, { size, before, columns }: Window): tf.Tensor {
  const [length, width] = x.shape.slice(1) as [number, number];
  const own = columns ? part(x, columns[0], columns[1], width, 2) : x;
  const after = size - 1 - before;
  const around: [number, number][] = [
    [0, 0],
    [before, after],
    [0, 0],
  ];
  const padded = tf.pad(tf.mul(own, tf.expandDims(mask, 2)), around);
  if (size === 1) return padded;
  const shifted = Array.from({ length: size }, (_, i) => part(padded, i, i + length, length + size - 1, 1));
  return tf.concat(shifted, 2);
}

/** From one place up to another, of `all` along an axis. */
function part(x: tf.Tensor, from: number, to: number, all: number, axis: number): tf.Tensor {
  const sizes = [from, to - from, all - to].filter((size) => size > 0);
  return tf.split(x, sizes, axis)[from > 0 ? 1 : 0] as tf.Tensor;
}
