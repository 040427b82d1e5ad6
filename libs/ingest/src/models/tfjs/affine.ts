import type { Layer, Packed } from '@kshot/fewshot';
import type { Read } from './graph-layers.js';

/** x · scale + offset, each one number or one for each channel. */
export interface Affine {
  readonly scale: Float32Array;
  readonly offset: Float32Array;
}

/** An op with a constant as such; undefined of other ops. */
export function affineOf(op: string, constant: Packed): Affine | undefined {
  const values = Float32Array.from(constant.values);
  const [one, zero] = [Float32Array.of(1), Float32Array.of(0)];
  switch (op) {
    case 'Mul':
      return { scale: values, offset: zero };
    case 'RealDiv':
      return { scale: values.map((value) => 1 / value), offset: zero };
    case 'Add':
    case 'AddV2':
    case 'BiasAdd':
      return { scale: one, offset: values };
    case 'Sub':
      return { scale: one, offset: values.map((value) => -value) };
    default:
      return undefined;
  }
}

const at = (values: Float32Array, i: number): number => values[values.length === 1 ? 0 : i] as number;

/** As a layer: a rescaling by one number, or a depthwise convolution of one pixel where channels differ. */
export function affineLayer({ scale, offset }: Affine, name: string, channels: number): Read {
  if (scale.length === 1 && offset.length === 1)
    return {
      layers: [{ kind: 'rescale', name, factor: at(scale, 0), offset: at(offset, 0) }],
      weights: {},
    };
  const each = (values: Float32Array) => Float32Array.from({ length: channels }, (_, i) => at(values, i));
  return {
    layers: [{ kind: 'depthwiseConv2d', name, kernel: 1, padding: 'same', activation: 'linear', bias: true }],
    weights: {
      [`${name}/kernel`]: { shape: [1, 1, channels, 1], values: each(scale) },
      [`${name}/bias`]: { shape: [channels], values: each(offset) },
    },
  };
}

/** The layer with the affine map taken into its kernel and bias; undefined where it has none to take it. */
export function folded(layer: Layer, weights: Read['weights'], { scale, offset }: Affine): Read | undefined {
  const weighs = layer.kind === 'conv2d' || layer.kind === 'depthwiseConv2d' || layer.kind === 'dense';
  if (!weighs || layer.activation !== 'linear') return undefined;
  const kernel = weights[`${layer.name}/kernel`] as Packed;
  const bias = weights[`${layer.name}/bias`];
  // The last axis of a depthwise kernel is its multiplier, 1: channels come last but one, which is the same order.
  const channels = layer.kind === 'depthwiseConv2d' ? kernel.shape[2] : kernel.shape.at(-1);
  const count = channels as number;
  const old = (i: number) => (bias?.values[i] ?? 0) as number;
  return {
    layers: [layer.kind === 'dense' ? layer : { ...layer, bias: true }],
    weights: {
      [`${layer.name}/kernel`]: {
        shape: kernel.shape,
        values: Float32Array.from(kernel.values, (value, i) => value * at(scale, i % count)),
      },
      [`${layer.name}/bias`]: {
        shape: [count],
        values: Float32Array.from({ length: count }, (_, i) => old(i) * at(scale, i) + at(offset, i)),
      },
    },
  };
}
