import * as tf from '@tensorflow/tfjs-core';
import type { Tensors } from '../engine/program.js';
import type { MetaSettings } from '../methods/meta.options.js';
import { forward, type Mode } from '../networks/forward.js';
import type { Network } from '../networks/layer.js';
import type { AdaptationMethod } from './meta-method.js';

export interface Features {
  /** [n, dim] */
  readonly features: tf.Tensor2D;
  readonly state: Tensors;
}

/** How a pass normalises: by the statistics of its own batch, or by averages where these are asked for or held. */
export const passMode = ({ heldAverages }: Pick<MetaSettings, 'heldAverages'>, byBatch: boolean): Mode =>
  byBatch && !heldAverages ? { training: true, masks: {} } : { training: false };

/** Whether queries are normalised by the statistics of their support; not where the head starts as class means, which do worse by it. */
export const usesSupportStatistics = (
  { ownHead }: Pick<AdaptationMethod, 'ownHead'>,
  { supportStatistics, heldAverages }: Pick<MetaSettings, 'supportStatistics' | 'heldAverages'>,
): boolean => ownHead === true && supportStatistics && !heldAverages;

/** Means and variances of batch normalisation over one batch, as state that another pass can use. */
export function supportStatistics(network: Network, weights: Tensors, state: Tensors, x: tf.Tensor): Tensors {
  const layers = network.layers.map((layer) =>
    layer.kind === 'batchNorm' ? { ...layer, momentum: 0 } : layer,
  );
  return forward({ ...network, layers }, weights, state, x, { training: true, masks: {} }).state;
}

/** The averages of batch normalisation, moved towards the statistics of one batch. */
export function movedAverages({ layers }: Network, state: Tensors, statistics: Tensors): Tensors {
  const moved: Record<string, tf.Tensor> = {};
  for (const layer of layers) {
    if (layer.kind !== 'batchNorm') continue;
    for (const name of [`${layer.name}/mean`, `${layer.name}/variance`]) {
      const [old, now] = [state[name], statistics[name]] as [tf.Tensor, tf.Tensor];
      moved[name] = tf.add(tf.mul(old, layer.momentum), tf.mul(now, 1 - layer.momentum));
    }
  }
  return moved;
}

/** Examples through a backbone. */
export function featuresOf(
  network: Network,
  weights: Tensors,
  state: Tensors,
  x: tf.Tensor,
  mode: Mode,
): Features {
  const passed = forward(network, weights, state, x, mode);
  const features = tf.reshape(passed.output, [x.shape[0] as number, -1]) as tf.Tensor2D;
  return { features, state: passed.state };
}
