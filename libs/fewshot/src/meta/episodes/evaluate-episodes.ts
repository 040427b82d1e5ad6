import type { Engine, Packed } from '../../engine/program.js';
import type { EpisodeSet } from '../../episodes/episode-set.js';
import { type MeanInterval, meanInterval } from '../../episodes/mean-interval.js';
import { metaMethod } from '../meta-methods.js';
import type { MetaModel } from '../meta-model.js';
import { episodeAccuracies } from './episode-accuracies.js';
import { episodeProgram } from './episode-program.js';

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
  const { settings } = model;
  const { kind } = metaMethod(settings.method);
  const program = episodeProgram(engine, model, x, set);
  try {
    const accuracies = episodeAccuracies(program, kind, set);
    const transductive = kind === 'ADAPTATION' && settings.transductive;
    return { ...meanInterval(accuracies), accuracies, hash: set.hash, transductive };
  } finally {
    program.dispose();
  }
}
