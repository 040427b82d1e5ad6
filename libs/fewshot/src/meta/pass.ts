import * as tf from '@tensorflow/tfjs-core';
import type { Tensors } from '../engine/program.js';
import { forward } from '../networks/forward.js';
import type { Network } from '../networks/layer.js';

export interface Features {
  /** [n, dim] */
  readonly features: tf.Tensor2D;
  readonly state: Tensors;
}

/** Examples through a backbone. By the batch's own statistics when training, by those of training otherwise. */
export function featuresOf(
  network: Network,
  weights: Tensors,
  state: Tensors,
  x: tf.Tensor,
  training: boolean,
): Features {
  const mode = training ? ({ training: true, masks: {} } as const) : ({ training: false } as const);
  const passed = forward(network, weights, state, x, mode);
  const features = tf.reshape(passed.output, [x.shape[0] as number, -1]) as tf.Tensor2D;
  return { features, state: passed.state };
}
