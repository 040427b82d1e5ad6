import { constant } from '@kshot/fewshot';
import {
  add,
  cast,
  conv2d,
  depthwiseConv2d,
  mean,
  mul,
  relu,
  relu6,
  sub,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { type Layer, type LayerList, layerWeights } from './layer-list.js';

/**
 * [n, h, w, c] pixels 0…255 → [n, features] after global average pooling. Activations are not clipped to the ranges
 * of the quantised original: the float network is what fuses into one op per convolution.
 */
export function imageFeatures(model: LayerList, bytes: Uint8Array, pixels: Tensor): Tensor {
  const { id, zero, scale } = model.input;
  const values = new Map([[id, mul(sub(cast(pixels, 'float32'), zero), scale)]]);
  for (const layer of model.layers) {
    const inputs = layer.inputs.map((input) => values.get(input)!);
    if (layer.op === 'avgpool') return mean(inputs[0]!, [1, 2]);
    values.set(layer.out, activated(applied(layer, bytes, inputs), layer.act));
  }
  throw new Error('the network has no global average pooling');
}

function applied(layer: Layer, bytes: Uint8Array, inputs: readonly Tensor[]): Tensor {
  const x = inputs[0] as Tensor4D;
  if (layer.op === 'add') return add(x, inputs[1]!);
  const weights = layerWeights(layer, bytes);
  if (!weights || !layer.stride || !layer.pad) throw new Error(`a layer ${layer.op} is not known here`);
  const filter = constant(weights.filter) as Tensor4D;
  const convolve = layer.op === 'dwconv' ? depthwiseConv2d : conv2d;
  return add(convolve(x, filter, layer.stride, layer.pad), constant(weights.bias));
}

function activated(x: Tensor, act: Layer['act']): Tensor {
  if (act === 'relu6') return relu6(x);
  return act === 'relu' ? relu(x) : x;
}
