// npm run bench -- compute/export: an exported Conv network in Python TensorFlow, batches of 1 and 7; ends with 1 on a difference
// above 1e-5.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tensors } from '@kshot/fewshot';
import { exportSavedModel, loadBackend } from '@kshot/native';
import * as tf from '@tensorflow/tfjs-core';
import { hasLibrary } from '../../frame/peer-libraries.js';
import { python } from '../../frame/processes.js';

const { native, reason } = await loadBackend();
if (!native) throw new Error(reason);
const check = fileURLToPath(new URL('../../../libs/native/src/export/check_saved_model.py', import.meta.url));
const weights = {
  filter: tf.randomNormal<tf.Rank.R4>([3, 3, 1, 8], 0, 0.3, 'float32', 1),
  shift: tf.randomNormal<tf.Rank.R1>([8], 0, 0.1, 'float32', 2),
  head: tf.randomNormal<tf.Rank.R2>([512, 5], 0, 0.05, 'float32', 3),
};
const forward = ({ filter, shift, head }: typeof weights, pixels: tf.Tensor4D) => {
  const h = tf.relu(tf.add(tf.conv2d(pixels, filter, 1, 'same'), shift)) as tf.Tensor4D;
  const flat = tf.reshape(tf.maxPool(h, 2, 2, 'valid'), [pixels.shape[0], -1]) as tf.Tensor2D;
  const scores = tf.matMul(flat, head);
  return { scores, probabilities: tf.softmax(scores) };
};
const packed = (tensor: tf.Tensor) => ({ shape: tensor.shape, values: [...tensor.dataSync()] });
const all = (tensors: Tensors) =>
  Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, packed(tensor)]));

if (hasLibrary('tensorflow')) {
  const folder = mkdtempSync(join(tmpdir(), 'exported-'));
  exportSavedModel(join(folder, 'model'), {
    weights,
    inputs: { pixels: { shape: [16, 16, 1], dtype: 'float32' } },
    forward: (stored, { pixels }) => forward(stored as typeof weights, pixels as tf.Tensor4D),
  });
  for (const batch of [1, 7]) {
    const pixels = tf.randomNormal<tf.Rank.R4>([batch, 16, 16, 1], 0, 1, 'float32', 3 + batch);
    const { scores, probabilities } = forward(weights, pixels);
    const found = probabilities.dataSync();
    console.log(
      `batch of ${batch}, probabilities ${Math.min(...found).toFixed(3)}…${Math.max(...found).toFixed(3)}`,
    );
    const expected = { inputs: all({ pixels }), outputs: all({ scores, probabilities }) };
    writeFileSync(join(folder, 'expected.json'), JSON.stringify(expected));
    execFileSync(python, [check, join(folder, 'model'), join(folder, 'expected.json')], {
      stdio: 'inherit',
      env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' },
    });
  }
  rmSync(folder, { recursive: true });
}
