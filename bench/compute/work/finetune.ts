import { crossEntropy, type ProgramSpec, type Tensors } from '@kshot/fewshot';
import * as tf from '@tensorflow/tfjs-core';
import { ADAM, block, bytes, conv4Weights, repeated } from './networks.js';
import type { TrainingWork } from './training-work.js';

const IMAGES = 100;

/** Full-batch steps on 100 images: three frozen blocks with their stored statistics, a trained fourth and a head. */
export function finetune(): TrainingWork {
  const all = conv4Weights(64, 5);
  const learned = Object.fromEntries(
    ['w3', 'g3', 'b3', 'head', 'bias'].map((name) => [name, all[name] as tf.Tensor]),
  );
  const frozen = Object.fromEntries(Object.entries(all).filter(([name]) => !(name in learned)));
  const spec: ProgramSpec = {
    parameters: learned,
    state: frozen,
    data: { images: { shape: [IMAGES, 28, 28, 1], values: bytes(IMAGES * 784) } },
    training: {
      feeds: { labels: { shape: [IMAGES], dtype: 'int32' } },
      loss: (p, { state, data, feeds }) => {
        let h: tf.Tensor4D = tf.div(tf.cast(data.images as tf.Tensor4D, 'float32'), 255);
        for (let i = 0; i < 3; i++) {
          h = frozenBlock(h, state, i);
        }
        const z = tf.reshape(block(h, p, 3), [IMAGES, -1]) as tf.Tensor2D;
        const logits = tf.add(tf.matMul(z, p.head as tf.Tensor2D), p.bias as tf.Tensor1D) as tf.Tensor2D;
        return { loss: crossEntropy(logits, feeds.labels as tf.Tensor1D) };
      },
      optimizer: ADAM,
    },
  };
  const labels = repeated(5, IMAGES / 5);
  const feed = (steps: number) => ({ labels: Int32Array.from(Array<number[]>(steps).fill(labels).flat()) });
  return { spec, feed, rate: 1e-3, unitsPerStep: 1 };
}

/** A block that normalises by stored statistics. */
function frozenBlock(x: tf.Tensor4D, state: Tensors, i: number): tf.Tensor4D {
  const [shift, scale] = [state[`b${i}`] as tf.Tensor1D, state[`g${i}`] as tf.Tensor1D];
  const y = tf.conv2d(x, state[`w${i}`] as tf.Tensor4D, 1, 'same');
  return tf.relu(tf.maxPool(tf.batchNorm(y, shift, scale, shift, scale, 1e-5), 2, 2, 'valid'));
}
