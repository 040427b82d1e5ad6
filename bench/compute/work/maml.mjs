import { crossEntropy } from '@kshot/fewshot';
import * as tf from '@tensorflow/tfjs-core';
import { ADAM, bytes, conv4, conv4Weights, repeated } from './networks.mjs';

const WAYS = 5;
const QUERIES = 15;
const TASKS = 4;
const POOL = 1000;

/** Second-order MAML (Finn 2017): a meta-batch of four 5-way 1-shot tasks, `inner` steps of gradient descent each. */
export function maml({ inner }) {
  const names = Object.keys(conv4Weights(32, WAYS));
  const logits = (x, w) => tf.add(tf.matMul(conv4(x, w), w.head), w.bias);
  const taskLoss = (weights, support, query, own, asked) => {
    let adapted = weights;
    for (let i = 0; i < inner; i++) {
      const before = adapted;
      const loss = (...list) =>
        crossEntropy(logits(support, Object.fromEntries(names.map((n, j) => [n, list[j]]))), own);
      const gradients = tf.grads(loss)(names.map((name) => before[name]));
      adapted = Object.fromEntries(
        names.map((name, j) => [name, tf.add(before[name], tf.mul(gradients[j], -0.4))]),
      );
    }
    return crossEntropy(logits(query, adapted), asked);
  };
  const spec = {
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
        const images = (rows) => tf.div(tf.cast(tf.gather(data.images, rows), 'float32'), 255);
        const supports = tf.unstack(feeds.support);
        const queries = tf.unstack(feeds.query);
        const losses = supports.map((rows, t) =>
          taskLoss(weights, images(rows), images(queries[t]), feeds.own, feeds.asked),
        );
        return { loss: tf.div(tf.addN(losses), TASKS) };
      },
      optimizer: ADAM,
    },
  };
  const rows = (steps, count, salt) =>
    Int32Array.from({ length: steps * TASKS * count }, (_, i) => (i * 7919 + salt) % POOL);
  const many = (steps, list) => Int32Array.from(Array(steps).fill(list).flat());
  const feed = (steps) => ({
    support: rows(steps, WAYS, 3),
    query: rows(steps, WAYS * QUERIES, 11),
    own: many(steps, repeated(WAYS, 1)),
    asked: many(steps, repeated(WAYS, QUERIES)),
  });
  return { spec, feed, rate: 1e-3, unitsPerStep: 1 };
}
