import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportSavedModel, loadBackend } from '@kshot/native';
import * as tf from '@tensorflow/tfjs-core';

// main.mjs: an exported Conv network in Python TensorFlow, batches of 1 and 7; ends with 1 on a difference above 1e-5.
const python = process.env.KSHOT_BENCH_PYTHON ?? 'python3';
const { native, reason } = await loadBackend();
if (!native) throw new Error(reason);
const folder = mkdtempSync(join(tmpdir(), 'exported-'));
const check = fileURLToPath(new URL('../../../libs/native/src/export/check_saved_model.py', import.meta.url));
const model = {
  weights: {
    filter: tf.randomNormal([3, 3, 1, 8], 0, 0.3, 'float32', 1),
    shift: tf.randomNormal([8], 0, 0.1, 'float32', 2),
    head: tf.randomNormal([512, 5], 0, 0.05, 'float32', 3),
  },
  inputs: { pixels: { shape: [16, 16, 1], dtype: 'float32' } },
  forward: ({ filter, shift, head }, { pixels }) => {
    const h = tf.relu(tf.add(tf.conv2d(pixels, filter, 1, 'same'), shift));
    const scores = tf.matMul(tf.reshape(tf.maxPool(h, 2, 2, 'valid'), [pixels.shape[0], -1]), head);
    return { scores, probabilities: tf.softmax(scores) };
  },
};
const packed = (tensor) => ({ shape: tensor.shape, values: [...tensor.dataSync()] });
const all = (tensors) => Object.fromEntries(Object.entries(tensors).map(([name, t]) => [name, packed(t)]));

exportSavedModel(join(folder, 'model'), model);
for (const batch of [1, 7]) {
  const pixels = tf.randomNormal([batch, 16, 16, 1], 0, 1, 'float32', 3 + batch);
  const outputs = all(model.forward(model.weights, { pixels }));
  const [low, high] = [Math.min(...outputs.probabilities.values), Math.max(...outputs.probabilities.values)];
  console.log(`batch of ${batch}, probabilities ${low.toFixed(3)}…${high.toFixed(3)}`);
  writeFileSync(join(folder, 'expected.json'), JSON.stringify({ inputs: all({ pixels }), outputs }));
  execFileSync(python, [check, join(folder, 'model'), join(folder, 'expected.json')], {
    stdio: 'inherit',
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' },
  });
}
rmSync(folder, { recursive: true });
