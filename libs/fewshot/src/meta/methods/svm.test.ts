import '@tensorflow/tfjs-backend-cpu';
import { oneHot, setBackend, type Tensor2D, tensor1d, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import known from './fixtures/svm.json' with { type: 'json' };
import { svmKernel } from './svm.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const solved = (turns: number): number[] =>
  tidy(() => {
    const z = tensor2d(known.x, [known.labels.length, known.dim]);
    const labels = oneHot(tensor1d(known.labels, 'int32'), known.ways, 1, 0, 'float32') as Tensor2D;
    return [...svmKernel(z, labels, 0.1, turns).dataSync()];
  });

it("comes to scikit-learn's support vector machine", () => {
  expect(solved(500)).toEqual(known.weights.map((value) => expect.closeTo(value, 4)));
});

it('is near it after as many steps as an episode takes', () => {
  const far = Math.hypot(...solved(30).map((value, i) => value - (known.weights[i] as number)));
  expect(far / Math.hypot(...known.weights)).toBeLessThan(0.1);
});
