import * as tf from '@tensorflow/tfjs-core';
import type { Engine, Packed } from '../engine/program.js';
import type { EpisodeSet } from '../episodes/episode-set.js';
import { type MeanInterval, meanInterval } from '../episodes/mean-interval.js';
import { weightsOf } from './backbone.js';
import { episodeAccuracies } from './episode-accuracies.js';
import { type EpisodeQuery, episodeQueries } from './episode-queries.js';
import { metaMethods } from './meta-methods.js';
import type { MetaModel } from './meta-model.js';
import { tensors } from './meta-program.js';

export interface EpisodesEvaluated extends MeanInterval {
  /** [episodes] */
  readonly accuracies: Float64Array;
  /** Of the episode set. */
  readonly hash: string;
  /** Whether queries were looked at together. */
  readonly transductive: boolean;
}

/** Scores a meta-model on a fixed episode set over packed examples [n, …] encoded by the model's input. */
export function evaluateEpisodes(
  engine: Engine,
  model: MetaModel,
  x: Packed,
  set: EpisodeSet,
): EpisodesEvaluated {
  const { settings, network } = model;
  const method = metaMethods[settings.method];
  if (method.kind === 'ADAPTATION' && set.ways !== settings.ways && settings.method !== 'PROTO_MAML')
    throw new RangeError(
      `This model was trained for ${settings.ways} ways and cannot score ${set.ways}. Take episodes of ${settings.ways} ways.`,
    );
  const { state } = weightsOf(network, model.weights);
  const learned = Object.entries(model.weights).filter(([name]) => !(name in state));
  const parameters = tensors(Object.fromEntries(learned));
  const averages = tensors(state);
  const program = engine.program<EpisodeQuery>({
    parameters,
    state: averages,
    data: { x },
    queries: episodeQueries(method, settings, network, set) as Record<EpisodeQuery, never>,
  });
  tf.dispose([Object.values(parameters), Object.values(averages)]);
  try {
    const accuracies = episodeAccuracies(program, method.kind, set);
    const transductive = method.kind === 'ADAPTATION' && settings.transductive;
    return { ...meanInterval(accuracies), accuracies, hash: set.hash, transductive };
  } finally {
    program.dispose();
  }
}
