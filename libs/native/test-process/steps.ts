import { crossEntropy, type Snapshot } from '@kshot/fewshot';
import * as tf from '@tensorflow/tfjs-core';
import { loadBackend } from '../src/backend.js';
import { nativeBackend } from '../src/binding.js';
import { compiledProgram } from '../src/program/compiled-program.js';
import { withOverride } from '../src/recording/with-override.js';

/** Steps `from` up to `to` of a small network with Adam, going on from a snapshot if there is one. */
export async function steps({ from, to, snapshot }: { from: number; to: number; snapshot?: Snapshot }) {
  await loadBackend({ threads: { intra: 1, inter: 1 } });
  const program = compiledProgram({
    parameters: {
      filter: tf.randomNormal([3, 3, 1, 8], 0, 0.3, 'float32', 1),
      head: tf.randomNormal([8, 3], 0, 0.3, 'float32', 2),
    },
    data: {
      pixels: { shape: [12, 8, 8, 1], values: new Uint8Array(12 * 64).map((_, i) => (i * i * 31) % 256) },
    },
    training: {
      feeds: { rows: { shape: [6], dtype: 'int32' }, labels: { shape: [6], dtype: 'int32' } },
      loss: ({ filter, head }, { data, feeds }) => {
        const x = tf.div(tf.cast(tf.gather(data.pixels!, feeds.rows as tf.Tensor1D), 'float32'), 255);
        const h = tf.relu(tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, 'same'));
        const scores = tf.matMul(tf.mean(h, [1, 2]) as tf.Tensor2D, head as tf.Tensor2D);
        return { loss: crossEntropy(scores, feeds.labels as tf.Tensor1D) };
      },
      optimizer: { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    },
  });
  if (snapshot) program.restore(snapshot);
  const each = (factor: number, modulo: number) =>
    Int32Array.from({ length: (to - from) * 6 }, (_, i) => ((from * 6 + i) * factor) % modulo);
  const rates = Float32Array.from({ length: to - from }, (_, i) => 0.01 / (1 + from + i));
  const { loss } = program.train({ rows: each(5, 12), labels: each(7, 3) }, rates);
  return { loss: loss!, snapshot: program.snapshot() };
}

/** Dies at the moment at which TensorFlow would read the temporary folder. */
export async function dieWhileLoading() {
  await loadBackend({ threads: { intra: 1, inter: 1 } });
  const backend = nativeBackend();
  const loadSavedModel = (): number => {
    process.kill(process.pid, 'SIGKILL');
    throw new Error('still alive');
  };
  backend.binding = withOverride(backend.binding, { loadSavedModel });
  await steps({ from: 0, to: 1 });
}
