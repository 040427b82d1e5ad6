import * as tf from '@tensorflow/tfjs-core';
import type { Tensors } from '../engine/program.js';
import type { MetaSettings } from '../methods/meta.options.js';
import { forward, type Mode } from '../networks/forward.js';
import type { Network } from '../networks/layer.js';

export interface Features {
  /** [n, dim] */
  readonly features: tf.Tensor2D;
  readonly state: Tensors;
}

/** How a pass normalises: by the statistics of its own batch, or by averages where these are asked for or held. */
export const passMode = ({ heldAverages }: Pick<MetaSettings, 'heldAverages'>, byBatch: boolean): Mode =>
  byBatch && !heldAverages ? { training: true, masks: {} } : { training: false };

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
