import * as tf from '@tensorflow/tfjs-core';
import type { LossResult, Tensors } from '../../engine/program.js';
import type { EpisodeShape } from '../../episodes/sample-episode.js';
import { crossEntropy } from '../../gradients/cross-entropy.js';
import { detach } from '../../gradients/detach.js';
import type { MetaSettings } from '../../methods/meta.options.js';
import type { Network } from '../../networks/layer.js';
import { adaptedLogits } from '../adapted-logits.js';
import type { EpisodeContext, MetaMethod, MetricMethod } from '../meta-method.js';
import { featuresOf, passMode } from '../pass.js';
import { episodeLabels } from './episode-labels.js';
import { equalParts, parts } from './parts.js';
import { supportTurns } from './support-turns.js';

interface MetaBatch {
  readonly method: MetaMethod;
  readonly settings: MetaSettings;
  /** The backbone. */
  readonly network: Network;
  /** What is learned, and the averages of batch normalisation. */
  readonly weights: Tensors;
  readonly state: Tensors;
  readonly x: tf.Tensor;
}

/**
 * The loss of a meta-batch: the mean cross-entropy of the queries over its episodes, with their accuracy. Examples are
 * [metaBatch · ways · (shots + queries), …]: each episode's support, then its queries, class after class.
 */
export function episodeLoss({ method, settings, network, weights, state, x }: MetaBatch): LossResult {
  const { ways, shots, queries } = settings;
  const context = { settings, network, ways, shots, state, training: true };
  const labels = episodeLabels(ways, queries);
  const found =
    method.kind === 'METRIC'
      ? metricEpisodes(method, context, settings, weights, x)
      : equalParts(x, settings.metaBatch).map((episode) => {
          const [support, query] = parts(episode, [ways * shots, ways * queries]) as [tf.Tensor, tf.Tensor];
          return adaptedLogits(method, context, weights, support, query);
        });
  const scale = 1 / found.length;
  const losses = found.map(({ logits }) => crossEntropy(logits, labels));
  const loss = tf.mul(tf.addN(losses), scale) as tf.Scalar;
  const hits = found.map(({ logits }) => tf.mean(tf.cast(tf.equal(tf.argMax(logits, 1), labels), 'float32')));
  const surrogates = found.flatMap(({ surrogate }) => (surrogate ? [surrogate] : []));
  return {
    loss: surrogates.length > 0 ? withGradientOf(loss, tf.mul(tf.addN(surrogates), scale)) : loss,
    metrics: { accuracy: tf.mul(tf.addN(hits), scale) as tf.Scalar },
    state: averaged(found.map((one) => one.state)),
  };
}

function metricEpisodes(
  method: MetricMethod,
  context: EpisodeContext,
  shape: EpisodeShape,
  weights: Tensors,
  x: tf.Tensor,
): { logits: tf.Tensor2D; state: Tensors; surrogate?: tf.Scalar }[] {
  const { features, state } = featuresOf(
    context.network,
    weights,
    context.state,
    x,
    passMode(context.settings, true),
  );
  const { ways, shots, queries } = shape;
  return equalParts(features, context.settings.metaBatch).flatMap((episode) => {
    const [support, query] = parts(episode, [ways * shots, ways * queries]) as [tf.Tensor2D, tf.Tensor2D];
    const turns = context.settings.turns ? supportTurns(support, query, shape) : [{ support, query }];
    return turns.map((turn) => ({
      logits: method.scores(turn.support, turn.query, weights, context),
      state,
    }));
  });
}

/** The value of one scalar with the gradient of another. */
function withGradientOf(value: tf.Scalar, surrogate: tf.Tensor): tf.Scalar {
  return tf.add(detach(value), tf.sub(surrogate, detach(surrogate))) as tf.Scalar;
}

/** The episodes of a meta-batch move the averages together. */
function averaged(states: readonly Tensors[]): Tensors {
  const names = Object.keys(states[0] ?? {});
  if (states.every((state) => state === states[0])) return states[0] ?? {};
  return Object.fromEntries(
    names.map((name) => [name, tf.mul(tf.addN(states.map((s) => s[name] as tf.Tensor)), 1 / states.length)]),
  );
}
