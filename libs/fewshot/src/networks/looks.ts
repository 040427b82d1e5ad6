import * as tf from '@tensorflow/tfjs-core';
import type { Network } from './layer.js';

/** Pictures that the layer `looks` makes of one. */
export const LOOKS = 6;

/** Share of the side that a crop leaves out at each edge. */
const MARGIN = 1 / 14;
/** Sides of the coarse looks, as shares of the picture's. */
const COARSE = [1 / 2, 3 / 8] as const;

/**
 * Pictures [n, height, width, channels] → [6 n, …]: as they are, mirrored, the middle enlarged, that mirrored, and twice
 * made of coarse squares. What is average over them depends less on framing, side and the sharpness of small photos.
 */
export function looksAt(pictures: tf.Tensor4D): tf.Tensor4D {
  const [n, height, width, channels] = pictures.shape;
  const size: [number, number] = [height, width];
  const [top, left] = [Math.round(height * MARGIN), Math.round(width * MARGIN)];
  const middle = tf.slice(pictures, [0, top, left, 0], [n, height - 2 * top, width - 2 * left, channels]);
  const enlarged = tf.image.resizeBilinear(middle, size, false, true);
  const mirrored = (x: tf.Tensor4D): tf.Tensor4D => tf.reverse(x, 2);
  const coarse = COARSE.map((share) => {
    const small: [number, number] = [
      Math.max(1, Math.round(height * share)),
      Math.max(1, Math.round(width * share)),
    ];
    const averaged = tf.image.resizeBilinear(pictures, small, false, true);
    return tf.image.resizeNearestNeighbor(averaged, size, false, true);
  });
  return tf.concat([pictures, mirrored(pictures), enlarged, mirrored(enlarged), ...coarse], 0);
}

/** [6 n, dim] features of looks, all of one kind after all of another → [n, dim] their means. */
export function averageOfLooks(features: tf.Tensor2D): tf.Tensor2D {
  const [all, dim] = features.shape;
  return tf.mean(tf.reshape(features, [LOOKS, all / LOOKS, dim]), 0);
}

/**
 * A backbone with flat features that looks at each picture six times: features of each look to length 1, their mean, and
 * that to length 1. Throws RangeError where examples are no pictures.
 */
export function withLooks({ inputShape, layers }: Network): Network {
  if (inputShape.length !== 3) throw new RangeError('Only pictures can be looked at more than once.');
  return {
    inputShape,
    layers: [
      { kind: 'looks', name: 'looks' },
      ...layers,
      { kind: 'flatten', name: 'look_features' },
      { kind: 'l2Normalize', name: 'unit_looks' },
      { kind: 'averageLooks', name: 'average_look' },
      { kind: 'l2Normalize', name: 'unit_average' },
    ],
  };
}
