import type * as tf from '@tensorflow/tfjs-core';
import type { Tensors } from '../engine/program.js';
import { forward } from '../networks/forward.js';
import { withHead } from './backbone.js';
import { episodeLabels } from './episodes/episode-labels.js';
import type { AdaptationMethod, Adapted, EpisodeContext } from './meta-method.js';
import { movedAverages, passMode, supportStatistics, usesSupportStatistics } from './pass.js';

/**
 * Adapts to the support [ways·shots, …] and scores the queries. They are normalised by the statistics of the support
 * where the settings say so. Else in training by their own batch, which moves the averages, and in use by those averages,
 * so that one query's answer does not depend on the others. Held averages serve for everything; where the settings say
 * transductive, queries in use are normalised by their own batch.
 */
export function adaptedLogits(
  method: AdaptationMethod,
  context: EpisodeContext,
  weights: Tensors,
  support: tf.Tensor,
  query: tf.Tensor,
): Adapted {
  const { ways, shots, training, settings } = context;
  const adapted = method.adapt(support, episodeLabels(ways, shots), weights, context);
  const network = withHead(context.network, ways);
  const together = settings.transductive && !training;
  const bySupport = usesSupportStatistics(method, settings) && !together;
  const state = bySupport ? supportStatistics(network, adapted, context.state, support) : context.state;
  const mode = passMode(settings, (training || together) && !bySupport);
  const passed = forward(network, adapted, state, query, mode);
  const logits = passed.output as tf.Tensor2D;
  const surrogate = training ? method.surrogate?.(weights, adapted) : undefined;
  const averages = bySupport && training ? movedAverages(network, context.state, state) : passed.state;
  return { logits, state: averages, ...(surrogate ? { surrogate } : {}) };
}
