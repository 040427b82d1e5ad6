import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import { forward } from './forward.js';
import { averageOfLooks, LOOKS, looksAt, withLooks } from './looks.js';
import { multiplications } from './multiplications.js';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const pictures = tf.tensor4d([...Array(2 * 16 * 16).keys()], [2, 16, 16, 1]);
const look = (all: tf.Tensor4D, k: number): tf.Tensor4D => tf.slice(all, [2 * k, 0, 0, 0], [2, -1, -1, -1]);

describe('looks', () => {
  it('are the picture, its mirror image, its middle and two coarse ones', () => {
    const all = looksAt(pictures);
    expect(all.shape).toEqual([2 * LOOKS, 16, 16, 1]);
    expect([...look(all, 0).dataSync()]).toEqual([...pictures.dataSync()]);
    expect([...look(all, 1).dataSync()].slice(0, 3)).toEqual([15, 14, 13]);
    // The middle leaves one pixel out at each edge: its corner is the pixel (1, 1).
    expect(look(all, 2).dataSync()[0]).toBeCloseTo(17, 5);
    expect(look(all, 3).dataSync()[15]).toBeCloseTo(17, 5);
    // Squares of two by two pixels: 0, 1, 16 and 17 are 8.5 on average.
    expect([...look(all, 4).dataSync()].slice(0, 3)).toEqual([8.5, 8.5, 10.5]);
    // Six by six squares.
    expect(new Set(look(all, 5).dataSync()).size).toBe(2 * 36);
  });

  it('are averaged example by example', () => {
    const features = tf.tensor2d(Array.from({ length: 2 * LOOKS }, (_, i) => [i]));
    // Rows 0, 2, 4 … 10 are the first example's.
    expect([...averageOfLooks(features).dataSync()]).toEqual([5, 6]);
  });

  it('give unit features and cost six times as much', () => {
    const plain = {
      inputShape: [16, 16, 1],
      layers: [
        {
          kind: 'conv2d',
          name: 'c',
          filters: 3,
          kernel: 3,
          padding: 'same',
          activation: 'relu',
          bias: false,
        },
        { kind: 'globalAvgPool', name: 'p' },
      ],
    } as const;
    const network = withLooks(plain);
    const kernel = tf.randomNormal([3, 3, 1, 3], 0, 1, 'float32', 1);
    const { output } = forward(network, { 'c/kernel': kernel }, {}, pictures, { training: false });
    expect(output.shape).toEqual([2, 3]);
    for (const length of tf.norm(output, 2, 1).dataSync()) expect(length).toBeCloseTo(1, 5);
    expect(multiplications(network)).toBe(LOOKS * multiplications(plain));
    expect(() => withLooks({ inputShape: [4], layers: [] })).toThrow('Only pictures');
  });
});
