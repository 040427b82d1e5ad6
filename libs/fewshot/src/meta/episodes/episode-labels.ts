import * as tf from '@tensorflow/tfjs-core';
import { constant } from '../../engine/constant.js';

/** [ways · each] 0, 0, …, 1, 1, …: the same for every episode of a shape, so a constant of the graph. */
export function episodeLabels(ways: number, each: number): tf.Tensor1D {
  return constant(
    tf.tensor1d(
      Int32Array.from({ length: ways * each }, (_, i) => Math.floor(i / each)),
      'int32',
    ),
  );
}

/** The same as one-hot rows, [ways · each, ways]. */
export function oneHotLabels(ways: number, each: number): tf.Tensor2D {
  const values = new Float32Array(ways * each * ways);
  for (let i = 0; i < ways * each; i++) values[i * ways + Math.floor(i / each)] = 1;
  return constant(tf.tensor2d(values, [ways * each, ways]));
}
