import * as tf from '@tensorflow/tfjs-core';
import type { Engine, Packed, Query } from '../engine/program.js';
import { featureCount } from '../meta/backbone.js';
import { forward } from '../networks/forward.js';
import { multiplications } from '../networks/multiplications.js';
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
/** Of a network that works this long on one example: more at once are no faster, and each size costs its work when it is made ready. */
const HEAVY = { multiplications: 1e8, sizes: [4, 1] } as const;

const sizesFor = (network: Classifier['network']): readonly number[] =>
  multiplications(network) > HEAVY.multiplications ? HEAVY.sizes : SIZES;

/** Makes a trained classifier ready to answer. Answers in other company differ by rounding alone. */
export const predictor = (engine: Engine, model: Classifier): Predictor =>
  predictorOf(networkRunner(engine, model));

/** Makes the head of a model ready to answer behind a backbone that is ready, and that others may use too: it is not disposed of. */
export function headPredictor(engine: Engine, backbone: NetworkRunner, head: Classifier): Predictor {
  const runner = networkRunner(engine, head);
  const run: NetworkRunner['run'] = (x) => {
    const features = backbone.run(x);
    const dim = head.network.inputShape[0] as number;
    const values = new Float32Array(features.length * dim);
    for (const [i, row] of features.entries()) values.set(row, i * dim);
    return runner.run({ shape: [features.length, dim], values });
  };
  return predictorOf({ run, dispose: runner.dispose });
}

function predictorOf({ run, dispose }: NetworkRunner): Predictor {
  const answers: Predictor['answers'] = (x) =>
    run(x).map((own) => ({ probabilities: softmax(own), strength: Math.max(...own) }));
  return {
    answers,
    probabilities: (x) => answers(x).map(({ probabilities }) => probabilities),
    dispose,
  };
}

/** A network made ready. */
export interface NetworkRunner {
  /** [n, ...inputShape] → for each the numbers that the network gives, as one row. */
  run(x: Packed): Float32Array[];
  dispose(): void;
}

export const networkRunner = (
  engine: Engine,
  part: Pick<Classifier, 'network' | 'weights'>,
): NetworkRunner => (takesTokens(part.network) ? tokenRunner(part) : recordedRunner(engine, part));

function tokenRunner({ network, weights }: Pick<Classifier, 'network' | 'weights'>): NetworkRunner {
  const { encodePacked, dispose } = tokenEncoder(network, weights);
  return {
    run(x) {
      const { shape, values } = encodePacked(x);
      return rowsOf(values as Float32Array, shape[0] as number, shape[1] as number);
    },
    dispose,
  };
}

function recordedRunner(
  engine: Engine,
  { network, weights }: Pick<Classifier, 'network' | 'weights'>,
): NetworkRunner {
  const width = featureCount(network);
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
  const sizes = sizesFor(network);
  const queries = Object.fromEntries(sizes.map((size) => [`scores${size}`, scores(size)]));
  const program = engine.program({ parameters, queries });
  tf.dispose(Object.values(parameters));
  return {
    run({ shape, values }) {
      const count = shape[0] as number;
      const found: Float32Array[] = [];
      for (let at = 0; at < count; ) {
        const size = sizes.find((one) => 2 * (count - at) > one) as number;
        const taken = Math.min(size, count - at);
        const x = new Float32Array(size * each);
        x.set(values.subarray(at * each, (at + taken) * each));
        const rows = program.call(`scores${size}`, { x }).scores?.values as Float32Array;
        found.push(...rowsOf(rows, taken, width));
        at += taken;
      }
      return found;
    },
    dispose: () => program.dispose(),
  };
}

const rowsOf = (values: Float32Array, count: number, width: number): Float32Array[] =>
  Array.from({ length: count }, (_, i) => values.subarray(i * width, (i + 1) * width));
