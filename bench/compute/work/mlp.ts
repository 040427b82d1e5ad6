import { crossEntropy, type ProgramSpec } from '@kshot/fewshot';
import * as tf from '@tensorflow/tfjs-core';
import { ADAM, bytes } from './networks.js';
import type { TrainingWork } from './training-work.js';

const ROWS = 10_000;
const BATCH = 32;

/** One epoch of an MLP 784-128-64-10: 312 full batches, gathered by index from the resident table. */
export function mlp(): TrainingWork {
  const parameters: Record<string, tf.Tensor> = {};
  const sizes = [
    [784, 128],
    [128, 64],
    [64, 10],
  ] as const;
  for (const [i, [from, to]] of sizes.entries()) {
    parameters[`w${i}`] = tf.randomNormal([from, to], 0, 0.05, 'float32', 5 + i);
    parameters[`b${i}`] = tf.zeros([to]);
  }
  const table = new Float32Array(ROWS * 784);
  for (const [i, byte] of bytes(table.length).entries()) table[i] = (byte - 127.5) / 74;
  const spec: ProgramSpec = {
    parameters,
    data: { x: { shape: [ROWS, 784], values: table } },
    training: {
      feeds: { rows: { shape: [BATCH], dtype: 'int32' }, labels: { shape: [BATCH], dtype: 'int32' } },
      loss: (p, { data, feeds }) => {
        let h = tf.gather(data.x as tf.Tensor2D, feeds.rows as tf.Tensor1D) as tf.Tensor2D;
        for (let i = 0; i < 3; i++) {
          h = tf.add(tf.matMul(h, p[`w${i}`] as tf.Tensor2D), p[`b${i}`] as tf.Tensor1D);
          if (i < 2) h = tf.relu(h);
        }
        return { loss: crossEntropy(h, feeds.labels as tf.Tensor1D) };
      },
      optimizer: ADAM,
    },
  };
  const feed = (steps: number) => ({
    rows: Int32Array.from({ length: steps * BATCH }, (_, i) => (i * 7919) % ROWS),
    labels: Int32Array.from({ length: steps * BATCH }, (_, i) => (i * 7919) % 10),
  });
  return { spec, feed, rate: 1e-3, unitsPerStep: 312 };
}
