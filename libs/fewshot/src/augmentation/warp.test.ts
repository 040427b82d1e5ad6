import '@tensorflow/tfjs-backend-cpu';
import { setBackend, type Tensor4D, tensor2d, tensor4d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { WARP_SIZE, warp, warpsOf } from './warp.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const picture = tensor4d([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3, 1]);
const warped = (numbers: Readonly<Record<number, number>>, x: Tensor4D = picture) => {
  const one = new Float32Array(WARP_SIZE);
  for (const [at, value] of Object.entries(numbers)) one[Number(at)] = value;
  return Array.from(warp(x, tensor2d(one, [1, WARP_SIZE])).dataSync());
};

describe('warp', () => {
  it('of zeros leaves a picture as it is', () => {
    expect(warped({})).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
  it('by a third of the width reads one pixel further right; the edge continues', () => {
    const found = warped({ 0: 1 / 3 });
    expect(found).toEqual([2, 3, 3, 5, 6, 6, 8, 9, 9].map((value) => expect.closeTo(value, 4)));
  });
  it('by half a pixel down lies between two rows', () => {
    const found = warped({ [WARP_SIZE / 2]: 1 / 6 });
    expect(found).toEqual([2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 7, 8, 9].map((value) => expect.closeTo(value, 4)));
  });
  it('treats pictures of a batch and their channels apart', () => {
    const two = tensor4d([1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60, 7, 70, 8, 80], [2, 2, 2, 2]);
    const shifts = new Float32Array(2 * WARP_SIZE);
    shifts[WARP_SIZE] = 0.5;
    const found = Array.from(warp(two, tensor2d(shifts, [2, WARP_SIZE])).dataSync());
    expect(found).toEqual([1, 10, 2, 20, 3, 30, 4, 40, 6, 60, 6, 60, 8, 80, 8, 80]);
  });
});

describe('warpsOf', () => {
  it('depends on seed and update alone', () => {
    const both = warpsOf(3, 10, 2, 4);
    expect(warpsOf(3, 11, 1, 4)).toEqual(both.subarray(4 * WARP_SIZE));
    expect(warpsOf(4, 11, 1, 4)).not.toEqual(both.subarray(4 * WARP_SIZE));
  });
});
