import * as tf from '@tensorflow/tfjs-core';
import type { Activation } from './layer.js';
import { gelu, quickGelu, tanhGelu } from './transformers/transformer.js';

/** The activations by name. */
export function activate(activation: Activation, x: tf.Tensor): tf.Tensor {
  switch (activation) {
    case 'relu':
      return tf.relu(x);
    case 'relu6':
      return tf.clipByValue(x, 0, 6);
    case 'tanh':
      return tf.tanh(x);
    case 'sigmoid':
      return tf.sigmoid(x);
    case 'elu':
      return tf.elu(x);
    case 'swish':
      return tf.mul(x, tf.sigmoid(x));
    case 'gelu':
      return gelu(x);
    case 'tanhGelu':
      return tanhGelu(x);
    case 'quickGelu':
      return quickGelu(x);
    case 'softmax':
      return tf.softmax(x);
    case 'linear':
      return x;
  }
}
