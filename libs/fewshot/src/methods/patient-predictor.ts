import * as tf from '@tensorflow/tfjs-core';
import type { Packed } from '../engine/program.js';
import { forwardByLayers } from '../networks/forward.js';
import { softmax } from '../training/evaluate.js';
import type { Classifier } from './classifier.js';
import type { ModelAnswer } from './predict.js';

/** Milliseconds of work after which others get their turn. */
const TURN = 40;
/** How often what was computed is waited for; a graphics processor takes orders long before it has carried them out. */
const WAITS = 10;

export interface PatientPredictor {
  /** One example as the network sees it, [1, ...inputShape]; `report` gets the share that is done, and what it throws ends the answer. */
  answer(x: Packed, report: (share: number) => void): Promise<ModelAnswer>;
}

/** Makes a trained classifier ready to answer in a page: between layers it lets the page do other work. */
export function patientPredictor({ network, weights }: Classifier): PatientPredictor {
  const arrays = Object.fromEntries(
    Object.entries(weights).map(([name, array]) => [name, tf.tensor(array.values, [...array.shape])]),
  );
  const { length } = network.layers;
  const every = Math.ceil(length / WAITS);
  return {
    async answer({ shape, values }, report) {
      const x = tf.tensor(values, [...shape], 'float32');
      const made = [x];
      const steps = forwardByLayers(network, arrays, x);
      let since = performance.now();
      try {
        for (let done = 0; done < length; ) {
          made.push(tf.tidy(() => steps.next().value as tf.Tensor));
          done++;
          if (done % every === 0) await computed(made.at(-1) as tf.Tensor);
          if (performance.now() - since < TURN) continue;
          await new Promise((resolve) => setTimeout(resolve));
          since = performance.now();
          report(done / length);
        }
        const scores = (await (made.at(-1) as tf.Tensor).data()) as Float32Array;
        return { probabilities: softmax(scores), strength: Math.max(...scores) };
      } finally {
        tf.dispose(made);
      }
    },
  };
}

async function computed(tensor: tf.Tensor): Promise<void> {
  const one = tf.tidy(() => tf.slice(tf.reshape(tensor, [-1]), 0, 1));
  await one.data();
  one.dispose();
}
