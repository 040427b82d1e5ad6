import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import { mirroredPictures } from '../episodes/mirrored-classes.js';
import { rotatedPictures } from '../episodes/rotated-classes.js';
import { forward } from './forward.js';
import { multiplications } from './multiplications.js';
import { joinedPoses, POSES, posesOf, withoutPoses, withPoses } from './poses.js';
import { layerShapes } from './shapes.js';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const plain = {
  inputShape: [3, 3, 1],
  layers: [
    { kind: 'flatten', name: 'flatten' },
    { kind: 'dense', name: 'd', units: 2, activation: 'linear' },
  ],
} as const;

describe('poses', () => {
  it('are the turned pictures, then their mirror images, as classes are turned and mirrored', () => {
    const pictures = { shape: [2, 3, 3, 1], values: Uint8Array.from({ length: 18 }, (_, i) => i) };
    const expected = mirroredPictures(rotatedPictures(pictures));
    const posed = posesOf(tf.tensor4d(Array.from(pictures.values), [2, 3, 3, 1]));
    expect(posed.shape).toEqual(expected.shape);
    expect([...posed.dataSync()]).toEqual([...expected.values]);
    // 0 1 2 / 3 4 5 / 6 7 8 turned counter-clockwise is 2 5 8 / 1 4 7 / 0 3 6.
    expect([...posed.dataSync()].slice(18, 27)).toEqual([2, 5, 8, 1, 4, 7, 0, 3, 6]);
  });

  it('stand side by side: a squared distance is the mean over the poses', () => {
    const features = tf.tensor2d(Array.from({ length: 2 * POSES }, (_, i) => [i, i * i]));
    const joined = joinedPoses(features).arraySync();
    const rows = features.arraySync();
    // Rows 0, 2, 4 … are of the first example, rows 1, 3, 5 … of the second.
    const distance = (a: readonly number[], b: readonly number[]) =>
      a.reduce((sum, value, i) => sum + (value - (b[i] as number)) ** 2, 0);
    const mean =
      Array.from({ length: POSES }, (_, p) =>
        distance(rows[2 * p] as number[], rows[2 * p + 1] as number[]),
      ).reduce((sum, d) => sum + d, 0) / POSES;
    expect(distance(joined[0] as number[], joined[1] as number[])).toBeCloseTo(mean, 2);
  });

  it('cost eight times as much, and can be taken off', () => {
    const network = withPoses(plain);
    expect(layerShapes(network).at(-1)?.outputShape).toEqual([2 * POSES]);
    expect(multiplications(network)).toBe(POSES * multiplications(plain));
    expect(withoutPoses(network)).toEqual(plain);
    expect(() => withPoses({ inputShape: [4], layers: [] })).toThrow('Only square pictures');
  });

  it('turn with the picture: the features of a turned picture are those of the picture in another order', () => {
    const network = withPoses(plain);
    const weights = { 'd/kernel': tf.randomNormal([9, 2], 0, 1, 'float32', 1), 'd/bias': tf.zeros([2]) };
    const picture = tf.randomNormal([1, 3, 3, 1], 0, 1, 'float32', 2) as tf.Tensor4D;
    const turned = tf.reverse(tf.transpose(picture, [0, 2, 1, 3]), 1);
    const features = (x: tf.Tensor) =>
      [...forward(network, weights, {}, x, { training: false }).output.dataSync()].sort((a, b) => a - b);
    const [one, other] = [features(picture), features(turned)];
    for (const [i, value] of one.entries()) expect(other[i]).toBeCloseTo(value, 5);
  });
});
