import type { Engine, Packed } from '../../engine/program.js';
import type { Episode, EpisodeShape } from '../../episodes/sample-episode.js';
import { metaMethod } from '../meta-methods.js';
import type { MetaModel } from '../meta-model.js';
import { type EpisodeLogits, episodeLogits } from './episode-accuracies.js';
import { episodeProgram } from './episode-program.js';

export interface EpisodeScorer {
  readonly logits: EpisodeLogits;
  dispose(): void;
}

/**
 * What scores these episodes of one shape, one by one, over packed examples [n, …] encoded by the model's input. Throws
 * RangeError where its number of ways is fixed to another.
 */
export function episodeScorer(
  engine: Engine,
  model: MetaModel,
  x: Packed,
  shape: EpisodeShape,
  episodes: readonly Pick<Episode, 'support' | 'query'>[],
): EpisodeScorer {
  const program = episodeProgram(engine, model, x, shape);
  const { kind } = metaMethod(model.settings.method);
  return { logits: episodeLogits(program, kind, episodes), dispose: () => program.dispose() };
}
