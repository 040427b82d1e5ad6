import {
  batchNorm,
  constant,
  crossEntropy,
  type Engine,
  eagerEngine,
  type LossResult,
  type Tensors,
} from '@kshot/fewshot';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBackend } from '../backend.js';
import { engine } from '../engine.js';
import reference from './fixtures/training.json' with { type: 'json' };

beforeAll(async () => {
  await loadBackend({ threads: { intra: 1, inter: 1 } });
});

const [WAYS, SHOTS, QUERIES, INNER, RATE] = [3, 2, 3, 2, 0.1];
const SUPPORT = WAYS * SHOTS;
const repeated = (each: number) => Int32Array.from({ length: WAYS * each }, (_, i) => Math.floor(i / each));

function embed(x: tf.Tensor, w: Tensors): tf.Tensor2D {
  let h = x as tf.Tensor4D;
  for (const i of [0, 1]) {
    const { y } = batchNorm(tf.conv2d(h, w[`w${i}`] as tf.Tensor4D, 1, 'same'), w[`g${i}`]!, w[`b${i}`]!);
    h = tf.relu(tf.maxPool(y, 2, 2, 'valid'));
  }
  return tf.reshape(h, [x.shape[0]!, -1]) as tf.Tensor2D;
}

const part = (images: tf.Tensor, from: number, count: number) =>
  tf.slice(images, [from, 0, 0, 0], [count, 8, 8, 1]);

const methods = {
  protonet: (w: Tensors, images: tf.Tensor, _own: tf.Tensor1D, asked: tf.Tensor1D) => {
    const z = embed(images, w);
    const centers = tf.mean(
      tf.reshape(tf.slice(z, [0, 0], [SUPPORT, -1]), [WAYS, SHOTS, -1]),
      1,
    ) as tf.Tensor2D;
    const query = tf.slice2d(z, [SUPPORT, 0], [WAYS * QUERIES, -1]);
    const near = tf.sub(tf.mul(tf.matMul(query, centers, false, true), 2), tf.sum(tf.square(centers), 1));
    return crossEntropy(near as tf.Tensor2D, asked);
  },
  maml: (start: Tensors, images: tf.Tensor, own: tf.Tensor1D, asked: tf.Tensor1D) => {
    const names = Object.keys(start);
    const scores = (x: tf.Tensor, w: Tensors) => tf.matMul(embed(x, w), w.head as tf.Tensor2D);
    const named = (list: tf.Tensor[]) => Object.fromEntries(names.map((name, i) => [name, list[i]!]));
    let w = start;
    for (let step = 0; step < INNER; step++) {
      const before = names.map((name) => w[name]!);
      const loss = (...list: tf.Tensor[]) => crossEntropy(scores(part(images, 0, SUPPORT), named(list)), own);
      const gradients = tf.grads(loss)(before);
      w = named(before.map((value, i) => tf.sub(value, tf.mul(gradients[i]!, RATE))));
    }
    return crossEntropy(scores(part(images, SUPPORT, WAYS * QUERIES), w), asked);
  },
};

function losses(by: Engine, method: keyof typeof methods): Float32Array {
  const { images, start } = reference;
  const parameters = Object.fromEntries(
    Object.entries(start).map(([name, { shape, values }]) => [name, tf.tensor(values, shape)]),
  );
  const [own, asked] = [
    constant(tf.tensor1d(repeated(SHOTS), 'int32')),
    constant(tf.tensor1d(repeated(QUERIES), 'int32')),
  ];
  const loss = (w: Tensors, { data }: { data: Tensors }): LossResult => ({
    loss: methods[method](w, data.images!, own, asked),
  });
  const program = by.program({
    parameters,
    data: { images: { shape: images.shape, values: Float32Array.from(images.values) } },
    training: { feeds: {}, loss, optimizer: { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } },
  });
  return program.train({}, new Float32Array(20).fill(0.01)).loss!;
}

describe.each(['protonet', 'maml'] as const)('20 steps of %s', (method) => {
  it('compiled, agree with PyTorch in float64 from the same weights', () => {
    const expected = reference[method];
    for (const [i, loss] of losses(engine(), method).entries())
      expect(Math.abs(loss / expected[i]! - 1)).toBeLessThan(1e-3);
  });

  it('compiled, agree with the eager engine', () => {
    const eager = losses(eagerEngine(), method);
    for (const [i, loss] of losses(engine(), method).entries())
      expect(Math.abs(loss / eager[i]! - 1)).toBeLessThan(1e-4);
  });
});
