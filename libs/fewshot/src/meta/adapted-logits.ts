import type * as tf from '@tensorflow/tfjs-core';
import type { Tensors } from '../engine/program.js';
import { forward } from '../networks/forward.js';
import { withHead } from './backbone.js';
import { episodeLabels } from './episode-labels.js';
import type { AdaptationMethod, Adapted, EpisodeContext } from './meta-method.js';
import { passMode } from './pass.js';

/**
 * Adapts to the support [ways·shots, …] and scores the queries. In training queries are normalised by their own batch and
 * move the averages; in use by those averages, so that one query's answer does not depend on the others, or by their own
 * batch where the settings say transductive. Held averages serve for everything.
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
  const mode = passMode(settings, training || settings.transductive);
  const passed = forward(withHead(context.network, ways), adapted, context.state, query, mode);
  const logits = passed.output as tf.Tensor2D;
  const surrogate = training ? method.surrogate?.(weights, adapted) : undefined;
  return { logits, state: passed.state, ...(surrogate ? { surrogate } : {}) };
}
