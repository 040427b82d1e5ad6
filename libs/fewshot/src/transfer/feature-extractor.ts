import * as tf from '@tensorflow/tfjs-core';
import type { Engine, Packed } from '../engine/program.js';
import { encodeExamples, type RawExamples } from '../inputs/examples.js';
import type { InputSpec } from '../inputs/input-spec.js';
import { weightsOf } from '../meta/backbone.js';
import { tensors } from '../meta/meta-program.js';
import { featuresOf } from '../meta/pass.js';
import type { Network } from '../networks/layer.js';
import { LOOKS } from '../networks/looks.js';
import { POSES } from '../networks/poses.js';
import { count } from '../networks/shapes.js';
import { takesTokens, tokenEncoder } from './token-encoder.js';

/** What turns an example into a feature vector: a network without a head, its weights and what it takes. */
export interface Backbone {
  readonly input: InputSpec;
  readonly network: Network;
  readonly weights: Readonly<Record<string, Packed>>;
}

export interface FeatureExtractor {
  /** The chosen rows, encoded by the backbone's input → [rows.length, dim] with its trained averages. */
  features(raw: RawExamples, rows: Int32Array): Packed;
  dispose(): void;
}

/** Numbers of one batch of examples: more at once are no faster, and making ready costs the work of one batch. */
const BATCH_NUMBERS = 1.6e6;

function batchFor({ inputShape, layers }: Network): number {
  const seen = (kind: string, times: number) => (layers.some((layer) => layer.kind === kind) ? times : 1);
  const times = seen('looks', LOOKS) * seen('poses', POSES);
  return Math.max(8, Math.min(256, Math.floor(BATCH_NUMBERS / (times * count(inputShape)))));
}

/** A backbone made ready; examples go through in batches of one size, so that a feature does not depend on its company. */
export function featureExtractor(engine: Engine, { input, network, weights }: Backbone): FeatureExtractor {
  if (takesTokens(network)) {
    const { encodePacked, dispose } = tokenEncoder(network, weights);
    return { features: (raw, rows) => encodePacked(encodeExamples(input, raw, rows)), dispose };
  }
  const arrays = weightsOf(network, weights);
  const size = batchFor(network);
  const [parameters, state] = [tensors(arrays.parameters), tensors(arrays.state)];
  const program = engine.program({
    parameters,
    state,
    queries: {
      features: {
        feeds: { x: { shape: [size, ...network.inputShape], dtype: 'float32' } },
        outputs: (learned, { state: moving, feeds }) => ({
          features: featuresOf(network, learned, moving, feeds.x as tf.Tensor, { training: false }).features,
        }),
      },
    },
  });
  tf.dispose([Object.values(parameters), Object.values(state)]);
  const each = count(network.inputShape);
  const batch = (raw: RawExamples, rows: Int32Array): Packed => {
    const x = new Float32Array(size * each);
    x.set(encodeExamples(input, raw, rows).values);
    return program.call('features', { x }).features as Packed;
  };
  return {
    features(raw, rows) {
      const found: Packed[] = [];
      for (let at = 0; at < rows.length; at += size) found.push(batch(raw, rows.subarray(at, at + size)));
      const dim = found[0]?.shape[1] ?? 0;
      const values = new Float32Array(rows.length * dim);
      for (const [i, part] of found.entries()) {
        const from = i * size * dim;
        values.set((part.values as Float32Array).subarray(0, values.length - from), from);
      }
      return { shape: [rows.length, dim], values };
    },
    dispose: () => program.dispose(),
  };
}
