import * as tf from '@tensorflow/tfjs-core';
import type { Engine, Packed } from '../engine/program.js';
import type { EpisodeShape } from '../episodes/sample-episode.js';
import { weightsOf } from './backbone.js';
import { featuresOfRows } from './episode-accuracies.js';
import { type EpisodeQuery, episodeQueries } from './episode-queries.js';
import { metaMethods } from './meta-methods.js';
import type { MetaModel } from './meta-model.js';
import { tensors } from './meta-program.js';

export interface EpisodeScorer {
  /** Rows of one episode, way by way → [ways · queries, ways] logits. */
  logits(support: Int32Array, query: Int32Array): Float32Array;
  dispose(): void;
}

/**
 * A meta-model made ready for episodes of one shape over packed examples [n, …] encoded by its input. Throws RangeError where
 * its number of ways is fixed to another.
 */
export function episodeScorer(
  engine: Engine,
  { settings, network, weights }: MetaModel,
  x: Packed,
  shape: EpisodeShape,
): EpisodeScorer {
  const method = metaMethods[settings.method];
  if (method.kind === 'ADAPTATION' && shape.ways !== settings.ways && settings.method !== 'PROTO_MAML')
    throw new RangeError(
      `This model was trained for ${settings.ways} ways and cannot score ${shape.ways}. Take episodes of ${settings.ways} ways.`,
    );
  const { state } = weightsOf(network, weights);
  const parameters = tensors(
    Object.fromEntries(Object.entries(weights).filter(([name]) => !(name in state))),
  );
  const averages = tensors(state);
  const program = engine.program<EpisodeQuery>({
    parameters,
    state: averages,
    data: { x },
    queries: episodeQueries(method, settings, network, shape) as Record<EpisodeQuery, never>,
  });
  tf.dispose([Object.values(parameters), Object.values(averages)]);
  const dispose = () => program.dispose();
  if (method.kind === 'ADAPTATION')
    return {
      logits: (support, query) => program.call('episode', { support, query }).logits?.values as Float32Array,
      dispose,
    };
  // Each example goes through the backbone once, however many episodes it is in.
  const all = Int32Array.from({ length: x.shape[0] as number }, (_, row) => row);
  const { features, dim } = featuresOfRows(program, all);
  const pick = (rows: Int32Array): Float32Array => {
    const out = new Float32Array(rows.length * dim);
    for (const [i, row] of rows.entries()) out.set(features.subarray(row * dim, (row + 1) * dim), i * dim);
    return out;
  };
  return {
    logits: (support, query) =>
      program.call('scores', { support: pick(support), query: pick(query) }).logits?.values as Float32Array,
    dispose,
  };
}
