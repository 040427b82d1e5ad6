import '@tensorflow/tfjs-backend-cpu';
import { matMul, setBackend, type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { solve, solveBySteps } from './solve.js';

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

describe('solveBySteps', () => {
  // The system above; as many steps as unknowns are exact, and more change nothing. A column of zeros stays.
  it.each([2, 20])('finds the same in %d steps', (steps) => {
    const a = tensor2d([4, 2, 2, 3], [2, 2]);
    const b = tensor2d([8, 2, 0, 8, 7, 0], [2, 3]);
    const x = solveBySteps((v) => matMul(a, v) as Tensor2D, b, steps);
    expect(Array.from(x.dataSync())).toEqual([1, -1, 0, 2, 3, 0].map((value) => expect.closeTo(value, 5)));
  });
});
