import { crossEntropy, type ProgramSpec, type Tensors } from '@kshot/fewshot';
import * as tf from '@tensorflow/tfjs-core';
import { ADAM, bytes, conv4, conv4Weights, repeated } from './networks.js';
import type { TrainingWork } from './training-work.js';

const WAYS = 5;
const QUERIES = 15;
const TASKS = 4;
const POOL = 1000;

/** Second-order MAML (Finn 2017): a meta-batch of four 5-way 1-shot tasks, `inner` steps of gradient descent each. */
export function maml({ inner }: { readonly inner: number }): TrainingWork {
  const names = Object.keys(conv4Weights(32, WAYS));
  const logits = (x: tf.Tensor4D, w: Tensors) =>
    tf.add(tf.matMul(conv4(x, w), w.head as tf.Tensor2D), w.bias as tf.Tensor1D) as tf.Tensor2D;
  const taskLoss = (
    weights: Tensors,
    support: tf.Tensor4D,
    query: tf.Tensor4D,
    own: tf.Tensor1D,
    asked: tf.Tensor1D,
  ): tf.Scalar => {
    let adapted = weights;
    for (let i = 0; i < inner; i++) {
      const before = adapted;
      const loss = (...list: tf.Tensor[]) =>
        crossEntropy(
          logits(support, Object.fromEntries(names.map((n, j) => [n, list[j] as tf.Tensor]))),
          own,
        );
      const gradients = tf.grads(loss)(names.map((name) => before[name] as tf.Tensor));
      adapted = Object.fromEntries(
        names.map((name, j) => [
          name,
          tf.add(before[name] as tf.Tensor, tf.mul(gradients[j] as tf.Tensor, -0.4)),
        ]),
      );
    }
    return crossEntropy(logits(query, adapted), asked);
  };
  const spec: ProgramSpec = {
    parameters: conv4Weights(32, WAYS),
    data: { images: { shape: [POOL, 28, 28, 1], values: bytes(POOL * 784) } },
    training: {
      feeds: {
        support: { shape: [TASKS, WAYS], dtype: 'int32' },
        query: { shape: [TASKS, WAYS * QUERIES], dtype: 'int32' },
        own: { shape: [WAYS], dtype: 'int32' },
        asked: { shape: [WAYS * QUERIES], dtype: 'int32' },
      },
      loss: (weights, { data, feeds }) => {
        const images = (rows: tf.Tensor): tf.Tensor4D =>
          tf.div(tf.cast(tf.gather(data.images as tf.Tensor4D, rows as tf.Tensor1D), 'float32'), 255);
        const supports = tf.unstack(feeds.support as tf.Tensor);
        const queries = tf.unstack(feeds.query as tf.Tensor);
        const losses = supports.map((rows, t) =>
          taskLoss(
            weights,
            images(rows),
            images(queries[t] as tf.Tensor),
            feeds.own as tf.Tensor1D,
            feeds.asked as tf.Tensor1D,
          ),
        );
        return { loss: tf.div(tf.addN(losses), TASKS) as tf.Scalar };
      },
      optimizer: ADAM,
    },
  };
  const rows = (steps: number, count: number, salt: number) =>
    Int32Array.from({ length: steps * TASKS * count }, (_, i) => (i * 7919 + salt) % POOL);
  const many = (steps: number, list: number[]) => Int32Array.from(Array<number[]>(steps).fill(list).flat());
  const feed = (steps: number) => ({
    support: rows(steps, WAYS, 3),
    query: rows(steps, WAYS * QUERIES, 11),
    own: many(steps, repeated(WAYS, 1)),
    asked: many(steps, repeated(WAYS, QUERIES)),
  });
  return { spec, feed, rate: 1e-3, unitsPerStep: 1 };
}
