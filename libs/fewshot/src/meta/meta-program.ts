import * as tf from '@tensorflow/tfjs-core';
import { WARP_SIZE, warp } from '../augmentation/warp.js';
import type { Engine, Feeds, Packed, Program } from '../engine/program.js';
import type { EpisodeShape } from '../episodes/sample-episode.js';
import type { MetaSettings } from '../methods/meta.options.js';
import type { InitialWeights } from '../networks/initial-weights.js';
import type { Network } from '../networks/layer.js';
import { optimizerConfig } from '../training/optimizer-config.js';
import { episodeLoss } from './episodes/episode-loss.js';
import { type EpisodeQuery, episodeQueries } from './episodes/episode-queries.js';
import { metaMethod } from './meta-methods.js';

/** Pictures of one training step: all episodes of a meta-batch, support and queries. */
export const picturesOfStep = ({ metaBatch, ways, shots, queries }: MetaSettings): number =>
  metaBatch * ways * (shots + queries);

/** The training step over fed episodes, and the queries that score validation episodes of one shape. */
export function metaProgram(
  engine: Engine,
  network: Network,
  start: InitialWeights,
  x: Packed,
  settings: MetaSettings,
  validation: EpisodeShape | undefined,
): Program<EpisodeQuery> {
  const method = metaMethod(settings.method);
  const count = picturesOfStep(settings);
  const warps: Feeds =
    settings.augmentation === 'WARPS' ? { warps: { shape: [count, WARP_SIZE], dtype: 'float32' } } : {};
  const parameters = tensors(start.parameters);
  const state = tensors(start.state);
  try {
    return engine.program<EpisodeQuery>({
      parameters,
      state,
      data: { x },
      training: {
        feeds: { rows: { shape: [count], dtype: 'int32' }, ...warps },
        optimizer: optimizerConfig(settings, Object.keys(parameters)),
        loss(weights, scope) {
          const plain = tf.gather(scope.data.x as tf.Tensor, scope.feeds.rows as tf.Tensor1D);
          const examples = scope.feeds.warps
            ? warp(tf.cast(plain, 'float32') as tf.Tensor4D, scope.feeds.warps as tf.Tensor2D)
            : plain;
          return episodeLoss({ method, settings, network, weights, state: scope.state, x: examples });
        },
      },
      queries: (validation ? episodeQueries(method, settings, network, validation) : {}) as Record<
        EpisodeQuery,
        never
      >,
    });
  } finally {
    tf.dispose([Object.values(parameters), Object.values(state)]);
  }
}

/** Packed arrays as tensors, by name. */
export const tensors = (arrays: Readonly<Record<string, Packed>>): Record<string, tf.Tensor> =>
  Object.fromEntries(
    Object.entries(arrays).map(([name, array]) => [name, tf.tensor(array.values, [...array.shape])]),
  );
