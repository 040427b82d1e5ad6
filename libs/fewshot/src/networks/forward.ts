import * as tf from '@tensorflow/tfjs-core';
import type { Tensors } from '../engine/program.js';
import { batchNorm } from '../gradients/batch-norm.js';
import type { Activation, Layer, Network } from './layer.js';

/** How a pass treats what differs between training and use. */
export type Mode =
  | { readonly training: false }
  /** Dropout masks by layer name, [batch, units], already divided by the share kept. */
  | { readonly training: true; readonly masks: Tensors };

export interface Passed {
  /** [batch, classes] for a classifier; the last layer's output. */
  readonly output: tf.Tensor;
  /** New moving averages, when training. */
  readonly state: Tensors;
}

/** Examples [batch, ...inputShape] through the layers. `parameters` and `state` are named `layer/array`. */
export function forward(
  network: Network,
  parameters: Tensors,
  state: Tensors,
  x: tf.Tensor,
  mode: Mode,
): Passed {
  const updated: Record<string, tf.Tensor> = {};
  let h = x.dtype === 'float32' ? x : tf.cast(x, 'float32');
  for (const layer of network.layers) h = run(layer, h, parameters, state, mode, updated);
  return { output: h, state: updated };
}

function run(
  layer: Layer,
  x: tf.Tensor,
  parameters: Tensors,
  state: Tensors,
  mode: Mode,
  updated: Record<string, tf.Tensor>,
): tf.Tensor {
  const weight = (name: string): tf.Tensor => parameters[`${layer.name}/${name}`] as tf.Tensor;
  switch (layer.kind) {
    case 'rescale':
      return tf.mul(x, layer.factor);
    case 'flatten':
      return tf.reshape(x, [x.shape[0] as number, -1]);
    case 'dense':
      return activate(
        layer.activation,
        tf.add(tf.matMul(x as tf.Tensor2D, weight('kernel')), weight('bias')),
      );
    case 'dropout':
      return mode.training ? tf.mul(x, mode.masks[layer.name] as tf.Tensor) : x;
    case 'conv2d': {
      const scores = tf.conv2d(x as tf.Tensor4D, weight('kernel') as tf.Tensor4D, 1, layer.padding);
      return activate(layer.activation, layer.bias ? tf.add(scores, weight('bias')) : scores);
    }
    case 'activation':
      return activate(layer.activation, x);
    case 'maxPool':
      return tf.maxPool(x as tf.Tensor4D, layer.size, layer.strides, 'valid');
    case 'batchNorm':
      return normalise(layer, x, weight('gamma'), weight('beta'), state, mode.training, updated);
  }
}

function normalise(
  layer: Extract<Layer, { kind: 'batchNorm' }>,
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  state: Tensors,
  training: boolean,
  updated: Record<string, tf.Tensor>,
): tf.Tensor {
  const mean = state[`${layer.name}/mean`] as tf.Tensor;
  const variance = state[`${layer.name}/variance`] as tf.Tensor;
  if (!training) {
    const scale = tf.mul(gamma, tf.rsqrt(tf.add(variance, layer.epsilon)));
    return tf.add(tf.mul(x, scale), tf.sub(beta, tf.mul(mean, scale)));
  }
  const batch = batchNorm(x as tf.Tensor4D, gamma as tf.Tensor1D, beta as tf.Tensor1D, layer.epsilon);
  const moved = (old: tf.Tensor, now: tf.Tensor) =>
    tf.add(tf.mul(old, layer.momentum), tf.mul(now, 1 - layer.momentum));
  updated[`${layer.name}/mean`] = moved(mean, batch.mean);
  updated[`${layer.name}/variance`] = moved(variance, batch.variance);
  return batch.y;
}

function activate(activation: Activation, x: tf.Tensor): tf.Tensor {
  switch (activation) {
    case 'relu':
      return tf.relu(x);
    case 'tanh':
      return tf.tanh(x);
    case 'sigmoid':
      return tf.sigmoid(x);
    case 'elu':
      return tf.elu(x);
    case 'linear':
      return x;
  }
}
