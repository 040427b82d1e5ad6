import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { expect, it } from 'vitest';
import { thinArrays, withProducts, withProductsAdded } from './low-rank.js';

const kernel = { shape: [3, 2], values: Float32Array.of(1, 2, 3, 4, 5, 6) };

it('adds nothing at first', () => {
  const thin = thinArrays({ kernel }, { kernels: ['kernel'], rank: 1, seed: 7 });
  expect(withProductsAdded({ kernel, ...thin })).toEqual({ kernel });
});

it('leaves a kernel alone that is no wider than the rank', () => {
  expect(thinArrays({ kernel }, { kernels: ['kernel'], rank: 2, seed: 7 })).toEqual({});
});

const thin = {
  'kernel:down': { shape: [3, 1], values: Float32Array.of(1, 0, -1) },
  'kernel:up': { shape: [1, 2], values: Float32Array.of(0.5, 0.25) },
};
/** kernel + 4 down up, by hand. */
const added = [3, 3, 3, 4, 3, 5];

it('adds four times the product to a stored kernel', () => {
  expect(Array.from(withProductsAdded({ kernel, ...thin }).kernel!.values)).toEqual(added);
});

it('adds the same in a graph, to a kernel of any shape', () => {
  const arrays = Object.fromEntries(
    Object.entries({ kernel: { ...kernel, shape: [1, 3, 2] }, ...thin }).map(([name, { shape, values }]) => [
      name,
      tf.tensor(values, shape),
    ]),
  );
  const { kernel: found } = withProducts(arrays);
  expect(found!.shape).toEqual([1, 3, 2]);
  expect(Array.from(found!.dataSync())).toEqual(added);
});
