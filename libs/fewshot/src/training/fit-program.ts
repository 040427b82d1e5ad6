import * as tf from '@tensorflow/tfjs-core';
import type { Engine, Packed, Program, Tensors } from '../engine/program.js';
import { forward } from '../networks/forward.js';
import type { Network } from '../networks/layer.js';
import { count, layerShapes } from '../networks/shapes.js';
import { dropoutLayers } from './batches.js';
import type { FitProblem } from './fit.js';
import { anchored, anchorsOf, heldApart } from './held.js';
import { withProducts } from './low-rank.js';
import { dataLoss, penaltyOf } from './objective.js';
import { optimizerConfig } from './optimizer-config.js';

export interface FitData {
  /** Examples as the network sees them, [n, ...inputShape]. */
  readonly x: Packed;
  /** [n] classes in 0…classes−1. */
  readonly labels: Int32Array;
  /** [classes] weight of each class in the loss. */
  readonly classWeights: Float32Array;
}

/** Units behind each dropout layer of the network, by name. */
export const maskedUnits = (network: Network): Record<string, number> =>
  Object.fromEntries(
    layerShapes(network)
      .filter(({ layer }) => layer.kind === 'dropout')
      .map(({ layer, outputShape }) => [layer.name, count(outputShape)]),
  );

/** The training step and the query `scores` of a classifier over resident data. */
export function fitProgram(
  engine: Engine,
  { network, start, data, settings, held }: FitProblem,
  evaluationBatch: number,
): Program<'scores'> {
  const { moving, still } = heldApart(start, held);
  const names = Object.keys(moving);
  const penalty = penaltyOf(settings, names);
  const batch = settings.batchSize;
  const masks = Object.fromEntries(
    Object.entries(maskedUnits(network)).map(([name, units]) => [
      name,
      { shape: [batch, units], dtype: 'float32' } as const,
    ]),
  );
  const parameters = tensors(moving);
  const state = tensors(still);
  try {
    return engine.program({
      parameters,
      state,
      data: {
        x: data.x,
        labels: { shape: [data.labels.length], values: data.labels },
        classWeights: { shape: [data.classWeights.length], values: data.classWeights },
        ...anchorsOf(held, moving),
      },
      training: {
        feeds: {
          rows: { shape: [batch], dtype: 'int32' },
          real: { shape: [batch], dtype: 'float32' },
          ...masks,
        },
        optimizer: optimizerConfig(settings, names),
        ...(penalty ? { penalty } : {}),
        loss(weights, { state: averages, data: resident, feeds }) {
          const rows = feeds.rows as tf.Tensor1D;
          const x = tf.gather(resident.x as tf.Tensor, rows);
          const labels = tf.gather(resident.labels as tf.Tensor1D, rows);
          const share = tf.mul(
            tf.gather(resident.classWeights as tf.Tensor1D, labels),
            feeds.real as tf.Tensor1D,
          );
          const mode = held
            ? ({ training: false } as const)
            : ({ training: true, masks: masksOf(network, feeds) } as const);
          const passed = forward(network, withProducts({ ...averages, ...weights }), averages, x, mode);
          const loss = dataLoss(settings.loss, passed.output as tf.Tensor2D, labels, share as tf.Tensor1D);
          return {
            loss: held ? anchored(loss, weights, resident, held) : loss,
            state: passed.state,
          };
        },
      },
      queries: {
        scores: {
          feeds: { rows: { shape: [evaluationBatch], dtype: 'int32' } },
          outputs(weights, { state: averages, data: resident, feeds }) {
            const x = tf.gather(resident.x as tf.Tensor, feeds.rows as tf.Tensor1D);
            const all = withProducts({ ...averages, ...weights });
            return { scores: forward(network, all, averages, x, { training: false }).output };
          },
        },
      },
    });
  } finally {
    tf.dispose([Object.values(parameters), Object.values(state)]);
  }
}

const tensors = (arrays: Readonly<Record<string, Packed>>): Record<string, tf.Tensor> =>
  Object.fromEntries(
    Object.entries(arrays).map(([name, array]) => [name, tf.tensor(array.values, [...array.shape])]),
  );

const masksOf = (network: Network, feeds: Tensors): Tensors =>
  Object.fromEntries(dropoutLayers(network).map(({ name }) => [name, feeds[name] as tf.Tensor]));
