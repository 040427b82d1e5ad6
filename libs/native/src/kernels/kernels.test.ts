import { batchNorm, crossEntropies, installGradients } from '@kshot/fewshot';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import reference from '../../../fewshot/src/gradients/fixtures/derivatives.json' with { type: 'json' };
import { loadBackend } from '../backend.js';
import { registerNativeKernels } from './register.js';

type T = tf.Tensor;

beforeAll(async () => {
  await loadBackend({ threads: { intra: 1, inter: 1 } });
  registerNativeKernels();
  installGradients();
});

const functions = {
  batchNorm: (x: T, g?: T, b?: T) => batchNorm(x, g!, b!).y,
  batchNormRows: (x: T, g?: T, b?: T) => batchNorm(x, g!, b!).y,
  crossEntropy: (x: T) => crossEntropies(x as tf.Tensor2D, tf.tensor1d([2, 0, 1], 'int32')),
  maxPool: (x: T) => tf.square(tf.maxPool(x as tf.Tensor4D, 2, 2, 'valid')),
  avgPool: (x: T) => tf.square(tf.avgPool(x as tf.Tensor4D, 2, 2, 'valid')),
  relu: (x: T) => tf.relu(x),
  gather: (x: T) => tf.gather(tf.square(x), tf.tensor1d([2, 0, 2, 1], 'int32')),
  conv2d: (x: T, w?: T) => tf.square(tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, 1, 'same')),
};

const tensor = ({ shape, values }: { shape: number[]; values: number[] }) => tf.tensor(values, shape);
const near = (found: T, { values }: { values: number[] }) => {
  const scale = Math.max(1, ...values.map(Math.abs));
  const worst = Math.max(...[...found.dataSync()].map((value, i) => Math.abs(value - values[i]!)));
  expect(worst / scale).toBeLessThan(1e-4);
};

describe('native kernels and their derivatives agree with PyTorch in float64', () => {
  it.each(Object.keys(functions) as (keyof typeof functions)[])('%s', (name) => {
    const expected = reference[name];
    const f = functions[name] as (...inputs: T[]) => T;
    const [c, inputs, v] = [tensor(expected.c), expected.inputs.map(tensor), expected.v.map(tensor)];
    near(f(...inputs), expected.y);
    const first = (...xs: T[]) => tf.grads((...ys: T[]) => tf.sum(tf.mul(c, f(...ys))))(xs);
    for (const [i, gradient] of first(...inputs).entries()) near(gradient, expected.first[i]!);
    const total = () => tf.addN(first(...inputs).map((gradient, i) => tf.sum(tf.mul(v[i]!, gradient))));
    const { grads } = tf.engine().gradients(total, inputs, undefined, true) as { grads: (T | undefined)[] };
    for (const [i, gradient] of grads.entries())
      near(gradient ?? tf.zerosLike(inputs[i]!), expected.second[i]!);
  });
});
