import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { batchNorm } from './batch-norm.js';
import { crossEntropies } from './cross-entropy.js';
import reference from './fixtures/derivatives.json' with { type: 'json' };
import { installGradients } from './install.js';
import { logSoftmax } from './log-softmax.js';

beforeAll(async () => {
  await tf.setBackend('cpu');
  installGradients();
});

type T = tf.Tensor;
const sq = (x: T): T => tf.square(x);
const image = (x: T) => x as tf.Tensor4D;
const labels = () => tf.tensor1d([2, 0, 1], 'int32');

/** The same functions as in fixtures/derivatives.py, by name. */
const functions: Record<keyof typeof reference, (a: T, b: T, c: T) => T> = {
  exp: (x) => tf.exp(x),
  sigmoid: (x) => tf.sigmoid(x),
  tanh: (x) => tf.tanh(x),
  relu: (x) => tf.relu(x),
  elu: (x) => tf.elu(x),
  leakyRelu: (x) => tf.leakyRelu(x, 0.2),
  softplus: (x) => tf.softplus(x),
  abs: (x) => tf.abs(x),
  square: (x) => sq(x),
  sin: (x) => tf.sin(x),
  cos: (x) => tf.cos(x),
  erf: (x) => tf.erf(x),
  expm1: (x) => tf.expm1(x),
  relu6: (x) => tf.relu6(tf.mul(x, 4)),
  softmax: (x) => tf.softmax(x),
  logSoftmax: (x) => logSoftmax(x),
  logSumExp: (x) => tf.logSumExp(x, 1),
  max: (x) => tf.max(x, 1),
  min: (x) => tf.min(x, 0),
  mean: (x) => tf.mean(sq(x), 0),
  sum: (x) => tf.sum(sq(x), 1),
  transpose: (x) => tf.transpose(sq(x)),
  slice: (x) => tf.slice(sq(x), [1, 0], [2, 2]),
  pad: (x) =>
    tf.pad(sq(x), [
      [1, 1],
      [2, 0],
    ]),
  tile: (x) => tf.tile(sq(x), [2, 3]),
  cumsum: (x) => tf.cumsum(sq(x), 1),
  reverse: (x) => tf.reverse(sq(x), 0),
  clip: (x) => sq(tf.clipByValue(x, -0.5, 0.5)),
  gather: (x) => tf.gather(sq(x), tf.tensor1d([2, 0, 2, 1], 'int32')),
  segments: (x) => tf.unsortedSegmentSum(sq(x), tf.tensor1d([1, 0, 1], 'int32'), 2),
  crossEntropy: (x) => crossEntropies(x as tf.Tensor2D, labels()),
  unstack: (x) => tf.unstack(sq(x)).reduce((product, row) => tf.mul(product, row)),
  split: (x) => tf.split(sq(x), 2, 1).reduce((product, half) => tf.mul(product, half)),
  prod: (x) => tf.prod(x, 1),
  sqrt: (x) => tf.sqrt(x),
  rsqrt: (x) => tf.rsqrt(x),
  log: (x) => tf.log(x),
  log1p: (x) => tf.log1p(x),
  reciprocal: (x) => tf.reciprocal(x),
  add: (a, b) => sq(tf.add(a, b)),
  sub: (a, b) => sq(tf.sub(a, b)),
  mul: (a, b) => tf.mul(a, b),
  div: (a, b) => tf.div(a, b),
  pow: (a, b) => tf.pow(a, b),
  maximum: (a, b) => sq(tf.maximum(a, b)),
  minimum: (a, b) => sq(tf.minimum(a, b)),
  squaredDifference: (a, b) => tf.squaredDifference(a, b),
  where: (a, b) => tf.where(tf.greater(a, b), tf.mul(a, b), tf.add(tf.zerosLike(a), sq(b))),
  prelu: (a, b) => tf.prelu(tf.sub(a, 1), b),
  matMul: (a, b) => sq(tf.matMul(a, b)),
  matMulTransposed: (a, b) => sq(tf.matMul(a, b, true, true)),
  batchMatMul: (a, b) => sq(tf.matMul(a, b)),
  concat: (a, b) => sq(tf.concat([a, b], 1)),
  stack: (a, b) => sq(tf.stack([a, b], 1)),
  conv2d: (x, w) => sq(tf.conv2d(image(x), image(w), 1, 'same')),
  conv2dStrided: (x, w) => sq(tf.conv2d(image(x), image(w), 2, 'valid')),
  depthwise: (x, w) => sq(tf.depthwiseConv2d(image(x), image(w), 1, 'same')),
  maxPool: (x) => sq(tf.maxPool(image(x), 2, 2, 'valid')),
  avgPool: (x) => sq(tf.avgPool(image(x), 2, 2, 'valid')),
  batchNorm: (x, g, b) => batchNorm(x, g, b).y,
  batchNormRows: (x, g, b) => batchNorm(x, g, b).y,
};

const tensor = ({ shape, values }: { shape: number[]; values: number[] }) => tf.tensor(values, shape);
const near = (found: T, { values }: { values: number[] }) => {
  const scale = Math.max(1, ...values.map(Math.abs));
  const numbers = [...found.dataSync()];
  expect(numbers.length).toBe(values.length);
  expect(Math.max(...numbers.map((value, i) => Math.abs(value - values[i]!))) / scale).toBeLessThan(1e-4);
};

describe('derivatives agree with PyTorch in float64', () => {
  it.each(Object.keys(functions) as (keyof typeof reference)[])('%s', (name) => {
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
