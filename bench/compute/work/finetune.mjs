import { batchNorm, crossEntropy } from '@kshot/fewshot';
import * as tf from '@tensorflow/tfjs-core';
import { ADAM, bytes, conv4Weights, repeated } from './networks.mjs';

const IMAGES = 100;

/** Full-batch steps on 100 images: three frozen blocks with their stored statistics, a trained fourth and a head. */
export function finetune() {
  const all = conv4Weights(64, 5);
  const learned = Object.fromEntries(['w3', 'g3', 'b3', 'head', 'bias'].map((name) => [name, all[name]]));
  const frozen = Object.fromEntries(Object.entries(all).filter(([name]) => !(name in learned)));
  const spec = {
    parameters: learned,
    state: frozen,
    data: { images: { shape: [IMAGES, 28, 28, 1], values: bytes(IMAGES * 784) } },
    training: {
      feeds: { labels: { shape: [IMAGES], dtype: 'int32' } },
      loss: (p, { state, data, feeds }) => {
        let h = tf.div(tf.cast(data.images, 'float32'), 255);
        for (let i = 0; i < 3; i++) {
          const x = tf.conv2d(h, state[`w${i}`], 1, 'same');
          const y = tf.batchNorm(x, state[`b${i}`], state[`g${i}`], state[`b${i}`], state[`g${i}`], 1e-5);
          h = tf.relu(tf.maxPool(y, 2, 2, 'valid'));
        }
        const { y } = batchNorm(tf.conv2d(h, p.w3, 1, 'same'), p.g3, p.b3);
        const z = tf.reshape(tf.relu(tf.maxPool(y, 2, 2, 'valid')), [IMAGES, -1]);
        return { loss: crossEntropy(tf.add(tf.matMul(z, p.head), p.bias), feeds.labels) };
      },
      optimizer: ADAM,
    },
  };
  const labels = repeated(5, IMAGES / 5);
  const feed = (steps) => ({ labels: Int32Array.from(Array(steps).fill(labels).flat()) });
  return { spec, feed, rate: 1e-3, unitsPerStep: 1 };
}
