import '@tensorflow/tfjs-backend-cpu';
import { setBackend, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { solve } from './solve.js';

beforeAll(async () => {
  await setBackend('cpu');
});

describe('solve', () => {
  it('finds X with A X = B by hand', () => {
    // 4·1 + 2·2 = 8 and 2·1 + 3·2 = 8; 4·(−1) + 2·3 = 2 and 2·(−1) + 3·3 = 7.
    const x = solve(tensor2d([4, 2, 2, 3], [2, 2]), tensor2d([8, 2, 8, 7], [2, 2]));
    expect(Array.from(x.dataSync())).toEqual([1, -1, 2, 3].map((value) => expect.closeTo(value, 5)));
  });
});
