import * as tf from '@tensorflow/tfjs-core';
import type { Engine, Packed, Program } from '../../engine/program.js';
import type { EpisodeShape } from '../../episodes/sample-episode.js';
import { learnedAndMoving } from '../backbone.js';
import { hasFixedWays, metaMethod } from '../meta-methods.js';
import type { MetaModel } from '../meta-model.js';
import { tensors } from '../meta-program.js';
import { type EpisodeQuery, episodeQueries } from './episode-queries.js';

/**
 * A meta-model made ready for episodes of one shape over packed examples [n, …] encoded by its input. Throws RangeError where
 * its number of ways is fixed to another.
 */
export function episodeProgram(
  engine: Engine,
  { settings, network, weights }: MetaModel,
  x: Packed,
  shape: EpisodeShape,
): Program<EpisodeQuery> {
  const method = metaMethod(settings.method);
  if (hasFixedWays(settings.method) && shape.ways !== settings.ways)
    throw new RangeError(
      `This model was trained for ${settings.ways} ways and cannot score ${shape.ways}. Take episodes of ${settings.ways} ways.`,
    );
  const { parameters: learned, state } = learnedAndMoving(network, weights);
  const parameters = tensors(learned);
  const averages = tensors(state);
  const program = engine.program<EpisodeQuery>({
    parameters,
    state: averages,
    data: { x },
    queries: episodeQueries(method, settings, network, shape) as Record<EpisodeQuery, never>,
  });
  tf.dispose([Object.values(parameters), Object.values(averages)]);
  return program;
}
