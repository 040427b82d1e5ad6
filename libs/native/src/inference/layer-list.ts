import { sizeOf } from '@kshot/fewshot';
import { type Tensor, tensor } from '@tensorflow/tfjs-core';

/** MobileNet as a plain list of layers with uint8 weights: value = (byte − zero) · scale. */
export interface LayerList {
  readonly input: {
    readonly id: number;
    readonly shape: readonly number[];
    readonly scale: number;
    readonly zero: number;
  };
  readonly layers: readonly Layer[];
}
export interface Layer {
  readonly op: 'conv' | 'dwconv' | 'add' | 'avgpool' | 'reshape';
  readonly inputs: readonly number[];
  readonly out: number;
  readonly w?: {
    readonly shape: number[];
    readonly offset: number;
    readonly scale: number;
    readonly zero: number;
  };
  readonly b?: { readonly shape: number[]; readonly offset: number };
  readonly stride?: [number, number];
  readonly pad?: 'same' | 'valid';
  readonly act?: 'relu6' | 'relu' | 'none';
  readonly shape?: readonly number[];
}

/** The filter and bias of a layer, as floats. */
export function layerWeights(layer: Layer, bytes: Uint8Array): { filter: Tensor; bias: Tensor } | undefined {
  const { w, b } = layer;
  if (!w || !b) return undefined;
  const quantized = bytes.subarray(w.offset, w.offset + sizeOf(w.shape));
  const view = new DataView(bytes.buffer, bytes.byteOffset + b.offset, sizeOf(b.shape) * 4);
  const biases = Float32Array.from({ length: sizeOf(b.shape) }, (_, i) => view.getFloat32(i * 4, true));
  const filters = Float32Array.from(quantized, (byte) => (byte - w.zero) * w.scale);
  return { filter: tensor(filters, w.shape), bias: tensor(biases, b.shape) };
}
