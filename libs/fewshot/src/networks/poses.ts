import * as tf from '@tensorflow/tfjs-core';
import type { Network } from './layer.js';

/** Ways to lay a square on itself: four turns, each plain and mirrored. */
export const POSES = 8;

/**
 * Square pictures [n, side, side, channels] → [8 n, …]: turned by 0, 90, 180 and 270 degrees counter-clockwise, then their
 * mirror images.
 */
export function posesOf(pictures: tf.Tensor4D): tf.Tensor4D {
  const transposed = tf.transpose(pictures, [0, 2, 1, 3]);
  const turned = [
    pictures,
    tf.reverse(transposed, 1),
    tf.reverse(pictures, [1, 2]),
    tf.reverse(transposed, 2),
  ];
  return tf.concat([...turned, ...turned.map((x) => tf.reverse(x, 2))], 0);
}

/**
 * [8 n, dim] features, all of one pose after all of another → [n, 8 dim]: the poses of an example side by side, divided
 * by √8, so that a squared distance is the mean of those in each pose.
 */
export function joinedPoses(features: tf.Tensor2D): tf.Tensor2D {
  const [all, dim] = features.shape;
  const n = all / POSES;
  const together = tf.transpose(tf.reshape(features, [POSES, n, dim]), [1, 0, 2]);
  return tf.mul(tf.reshape(together, [n, POSES * dim]), 1 / Math.sqrt(POSES));
}

const POSE_LAYERS: readonly string[] = ['poses', 'joinPoses'];

/** A backbone with flat features that sees each picture in eight poses. Throws RangeError where examples are no square pictures. */
export function withPoses({ inputShape, layers }: Network): Network {
  const [height, width] = inputShape;
  if (inputShape.length !== 3 || height !== width)
    throw new RangeError('Only square pictures can be turned and mirrored.');
  return {
    inputShape,
    layers: [{ kind: 'poses', name: 'poses' }, ...layers, { kind: 'joinPoses', name: 'joined_poses' }],
  };
}

/** The backbone that sees each picture once. */
export const withoutPoses = (network: Network): Network => ({
  ...network,
  layers: network.layers.filter(({ kind }) => !POSE_LAYERS.includes(kind)),
});
