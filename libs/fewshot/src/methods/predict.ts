import * as tf from '@tensorflow/tfjs-core';
import type { Engine, Packed } from '../engine/program.js';
import { forward } from '../networks/forward.js';
import { softmax } from '../training/evaluate.js';
import type { Classifier } from './classifier.js';

export interface Predictor {
  /** Examples as the network sees them, [n, ...inputShape] → for each, the probability of every class. */
  probabilities(x: Packed): number[][];
  dispose(): void;
}

/** Examples go through in batches of this one size, so that an answer does not depend on its company. */
const BATCH = 16;

/** Makes a trained classifier ready to answer. */
export function predictor(engine: Engine, { network, weights, classes }: Classifier): Predictor {
  const each = network.inputShape.reduce((product, size) => product * size, 1);
  const parameters = Object.fromEntries(
    Object.entries(weights).map(([name, array]) => [name, tf.tensor(array.values, [...array.shape])]),
  );
  const program = engine.program({
    parameters,
    queries: {
      scores: {
        feeds: { x: { shape: [BATCH, ...network.inputShape], dtype: 'float32' } },
        outputs: (all, { feeds }) => ({
          scores: forward(network, all, all, feeds.x as tf.Tensor, { training: false }).output,
        }),
      },
    },
  });
  tf.dispose(Object.values(parameters));
  return {
    probabilities({ shape, values }) {
      const count = shape[0] as number;
      const answers: number[][] = [];
      for (let at = 0; at < count; at += BATCH) {
        const x = new Float32Array(BATCH * each);
        x.set(values.subarray(at * each, Math.min(at + BATCH, count) * each));
        const scores = program.call('scores', { x }).scores?.values as Float32Array;
        for (let i = 0; i < Math.min(BATCH, count - at); i++) {
          answers.push(softmax(scores.subarray(i * classes.length, (i + 1) * classes.length)));
        }
      }
      return answers;
    },
    dispose: () => program.dispose(),
  };
}
