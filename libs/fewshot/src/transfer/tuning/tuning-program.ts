import * as tf from '@tensorflow/tfjs-core';
import type { Engine, Packed, Program, ProgramSpec } from '../../engine/program.js';
import { weightsOf } from '../../meta/backbone.js';
import { tensors } from '../../meta/meta-program.js';
import { forward } from '../../networks/forward.js';
import { kernelNames } from '../../networks/initial-weights.js';
import type { Network } from '../../networks/layer.js';
import { type Held, heldApart } from '../../training/held.js';
import { withProducts, withProductsAdded } from '../../training/low-rank.js';
import { WORDS } from '../held-arrays.js';
import { paddingOf } from '../token-encoder.js';
import { cosineLogits, crossEntropy, supervisedContrast } from './tuning-loss.js';

/** Texts that are scored at a time. */
export const SCORED = 32;

const ROWS = 'classifier/rows';

export interface TuningData {
  /** [n, length] numbers of tokens. */
  readonly tokens: Packed;
  readonly labels: Int32Array;
  /** [ways, dim] the classifier's first rows. */
  readonly rows: Packed;
}

/** An encoder, and what of it stays. */
export interface TunedEncoder {
  readonly network: Network;
  readonly weights: Readonly<Record<string, Packed>>;
  readonly held?: Pick<Held, 'frozen' | 'lowRank'>;
}

/** Steps of an encoder and a cosine classifier behind it, and the query `scores` of the latter. The caller disposes the tensors. */
export function tuningSpec(
  { network, weights, held }: TunedEncoder,
  { tokens, labels, rows }: TuningData,
  batch: number,
): ProgramSpec<'scores'> {
  const { moving, still } = heldApart(weightsOf(network, weights), {
    ...held,
    frozen: [WORDS, ...(held?.frozen ?? [])],
  });
  const parameters = tensors({ ...moving, [ROWS]: rows });
  const state = tensors(still);
  const length = tokens.shape[1] as number;
  const padding = paddingOf(network);
  const vectors = (all: Record<string, tf.Tensor>, fed: tf.Tensor): tf.Tensor2D =>
    forward(network, withProducts(all), all, fed, { training: false }).output as tf.Tensor2D;
  return {
    parameters,
    state,
    data: { tokens, labels: { shape: [labels.length], values: labels } },
    training: {
      feeds: {
        rows: { shape: [batch], dtype: 'int32' },
        seen: { shape: [batch, length], dtype: 'float32' },
      },
      optimizer: {
        kind: 'adamw',
        beta1: 0.9,
        beta2: 0.999,
        epsilon: 1e-8,
        weightDecay: 0.01,
        decayed: kernelNames(Object.keys(moving)),
        clipNorm: 1,
      },
      loss(learned, { state: kept, data, feeds }) {
        const whole = tf.gather(data.tokens as tf.Tensor, feeds.rows as tf.Tensor1D);
        const seen = tf.add(tf.mul(tf.sub(whole, padding), feeds.seen as tf.Tensor), padding);
        const z = vectors({ ...kept, ...learned }, seen);
        const y = tf.gather(data.labels as tf.Tensor1D, feeds.rows as tf.Tensor1D);
        const classified = crossEntropy(cosineLogits(z, learned[ROWS] as tf.Tensor2D), y);
        return { loss: tf.add(classified, supervisedContrast(z, y)) as tf.Scalar };
      },
    },
    queries: {
      scores: {
        feeds: { rows: { shape: [SCORED], dtype: 'int32' } },
        outputs(learned, { state: kept, data, feeds }) {
          const whole = tf.gather(data.tokens as tf.Tensor, feeds.rows as tf.Tensor1D);
          const z = vectors({ ...kept, ...learned }, whole);
          return { scores: cosineLogits(z, learned[ROWS] as tf.Tensor2D) };
        },
      },
    },
  };
}

/** The same as a program. */
export function tuningProgram(
  engine: Engine,
  ...described: Parameters<typeof tuningSpec>
): Program<'scores'> {
  const spec = tuningSpec(...described);
  const program = engine.program(spec);
  tf.dispose([Object.values(spec.parameters), Object.values(spec.state ?? {})]);
  return program;
}

/** The encoder's weights out of the program's. */
export function encoderWeights(program: Program<'scores'>): Record<string, Packed> {
  const { [ROWS]: _, ...weights } = program.weights();
  return withProductsAdded(weights);
}
