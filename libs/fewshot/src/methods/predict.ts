import * as tf from '@tensorflow/tfjs-core';
import type { Engine, Packed, Query } from '../engine/program.js';
import { forward } from '../networks/forward.js';
import { softmax } from '../training/evaluate.js';
import { takesTokens, tokenEncoder } from '../transfer/token-encoder.js';
import type { Classifier } from './classifier.js';

/** The probability of every class, and the largest logit: small where an example is like none of them. */
export interface ModelAnswer {
  readonly probabilities: number[];
  readonly strength: number;
}

export interface Predictor {
  /** Examples as the network sees them, [n, ...inputShape] → what it says of each. */
  answers(x: Packed): ModelAnswer[];
  /** Examples as the network sees them, [n, ...inputShape] → for each, the probability of every class. */
  probabilities(x: Packed): number[][];
  dispose(): void;
}

/** Examples go through in batches of these sizes, the first that they fill by more than half: one alone does not wait for fifteen empty places. */
const SIZES = [16, 4, 1] as const;

/** Makes a trained classifier ready to answer. Answers in other company differ by rounding alone. */
export function predictor(engine: Engine, model: Classifier): Predictor {
  const { logits, dispose } = takesTokens(model.network) ? tokenScorer(model) : scorer(engine, model);
  const answers: Predictor['answers'] = (x) =>
    logits(x).map((own) => ({ probabilities: softmax(own), strength: Math.max(...own) }));
  return {
    answers,
    probabilities: (x) => answers(x).map(({ probabilities }) => probabilities),
    dispose,
  };
}

interface Scorer {
  /** [n, ...inputShape] → for each the logits of all classes. */
  logits(x: Packed): Float32Array[];
  dispose(): void;
}

function tokenScorer({ network, weights }: Classifier): Scorer {
  const { encodePacked, dispose } = tokenEncoder(network, weights);
  return {
    logits(x) {
      const { shape, values } = encodePacked(x);
      return rowsOf(values as Float32Array, shape[0] as number, shape[1] as number);
    },
    dispose,
  };
}

function scorer(engine: Engine, { network, weights, classes }: Classifier): Scorer {
  const each = network.inputShape.reduce((product, size) => product * size, 1);
  const parameters = Object.fromEntries(
    Object.entries(weights).map(([name, array]) => [name, tf.tensor(array.values, [...array.shape])]),
  );
  const scores = (size: number): Query => ({
    feeds: { x: { shape: [size, ...network.inputShape], dtype: 'float32' } },
    outputs: (all, { feeds }) => ({
      scores: forward(network, all, all, feeds.x as tf.Tensor, { training: false }).output,
    }),
  });
  const queries = Object.fromEntries(SIZES.map((size) => [`scores${size}`, scores(size)]));
  const program = engine.program({ parameters, queries });
  tf.dispose(Object.values(parameters));
  return {
    logits({ shape, values }) {
      const count = shape[0] as number;
      const found: Float32Array[] = [];
      for (let at = 0; at < count; ) {
        const size = SIZES.find((one) => 2 * (count - at) > one) as number;
        const taken = Math.min(size, count - at);
        const x = new Float32Array(size * each);
        x.set(values.subarray(at * each, (at + taken) * each));
        const rows = program.call(`scores${size}`, { x }).scores?.values as Float32Array;
        found.push(...rowsOf(rows, taken, classes.length));
        at += taken;
      }
      return found;
    },
    dispose: () => program.dispose(),
  };
}

const rowsOf = (values: Float32Array, count: number, width: number): Float32Array[] =>
  Array.from({ length: count }, (_, i) => values.subarray(i * width, (i + 1) * width));
