import { crossEntropy, type ProgramSpec } from '@kshot/fewshot';
import * as tf from '@tensorflow/tfjs-core';
import { ADAM, bytes, conv4, conv4Weights, repeated } from './networks.js';
import type { TrainingWork } from './training-work.js';

interface Shape {
  readonly ways: number;
  readonly shots: number;
  readonly queries: number;
}

/** Steps of a prototypical network: episodes gathered by index from resident byte images. */
export function protonet({ ways, shots, queries }: Shape): TrainingWork {
  const size = ways * (shots + queries);
  const pool = Math.max(size, 1000);
  const spec: ProgramSpec = {
    parameters: conv4Weights(64),
    data: { images: { shape: [pool, 28, 28, 1], values: bytes(pool * 784) } },
    training: {
      feeds: { rows: { shape: [size], dtype: 'int32' }, labels: { shape: [ways * queries], dtype: 'int32' } },
      loss: (weights, { data, feeds }) => {
        const x: tf.Tensor4D = tf.div(
          tf.cast(tf.gather(data.images as tf.Tensor4D, feeds.rows as tf.Tensor1D), 'float32'),
          255,
        );
        const z = conv4(x, weights);
        const support = tf.slice(z, [0, 0], [ways * shots, -1]);
        const centers = tf.mean(tf.reshape(support, [ways, shots, -1]), 1) as tf.Tensor2D;
        const query = tf.slice(z, [ways * shots, 0], [ways * queries, -1]);
        const near = tf.sub(tf.mul(tf.matMul(query, centers, false, true), 2), tf.sum(tf.square(centers), 1));
        return { loss: crossEntropy(near as tf.Tensor2D, feeds.labels as tf.Tensor1D) };
      },
      optimizer: ADAM,
    },
  };
  const labels = repeated(ways, queries);
  const feed = (steps: number) => ({
    rows: Int32Array.from({ length: steps * size }, (_, i) => (i * 7919) % pool),
    labels: Int32Array.from(Array<number[]>(steps).fill(labels).flat()),
  });
  return { spec, feed, rate: 1e-3, unitsPerStep: 1 };
}
