import * as tf from '@tensorflow/tfjs-core';
import type { Query, Tensors } from '../../engine/program.js';
import type { EpisodeShape } from '../../episodes/sample-episode.js';
import type { MetaSettings } from '../../methods/meta.options.js';
import type { Network } from '../../networks/layer.js';
import { adaptedLogits } from '../adapted-logits.js';
import { featureCount } from '../backbone.js';
import type { MetaMethod } from '../meta-method.js';
import { featuresOf } from '../pass.js';

/** Examples go through the backbone in batches of this one size. */
export const FEATURE_BATCH = 256;

export type EpisodeQuery = 'features' | 'scores' | 'episode';

/**
 * What scoring episodes of one shape asks of a program with the resident examples `x`: `features` of rows and `scores`
 * of features where the backbone is the same for all episodes, else `episode`, from rows to logits.
 */
export function episodeQueries(
  method: MetaMethod,
  settings: MetaSettings,
  network: Network,
  { ways, shots, queries }: EpisodeShape,
): Partial<Record<EpisodeQuery, Query>> {
  const contextOf = (state: Tensors) => ({ settings, network, ways, shots, state, training: false });
  const rows = (count: number) => ({ shape: [count], dtype: 'int32' as const });
  const pictures = (x: tf.Tensor, chosen: tf.Tensor) => tf.gather(x, chosen as tf.Tensor1D);
  if (method.kind === 'METRIC') {
    const dim = featureCount(network);
    return {
      features: {
        feeds: { rows: rows(FEATURE_BATCH) },
        outputs: (weights, { state, data, feeds }) => {
          const x = pictures(data.x as tf.Tensor, feeds.rows as tf.Tensor);
          return { features: featuresOf(network, weights, state, x, { training: false }).features };
        },
      },
      scores: {
        feeds: {
          support: { shape: [ways * shots, dim], dtype: 'float32' },
          query: { shape: [ways * queries, dim], dtype: 'float32' },
        },
        outputs: (weights, { state, feeds }) => {
          const [support, query] = [feeds.support as tf.Tensor2D, feeds.query as tf.Tensor2D];
          return { logits: method.scores(support, query, weights, contextOf(state)) };
        },
      },
    };
  }
  return {
    episode: {
      feeds: { support: rows(ways * shots), query: rows(ways * queries) },
      outputs: (weights, { state, data, feeds }) => {
        const x = data.x as tf.Tensor;
        const [support, query] = [
          pictures(x, feeds.support as tf.Tensor),
          pictures(x, feeds.query as tf.Tensor),
        ];
        return { logits: adaptedLogits(method, contextOf(state), weights, support, query).logits };
      },
    },
  };
}
