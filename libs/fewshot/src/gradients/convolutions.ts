import {
  conv2d,
  depthwiseConv2d,
  engine,
  type GradConfig,
  type NamedAttrMap,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { attrsOf } from './attrs-of.js';

interface Conv {
  strides: number | [number, number];
  pad: 'valid' | 'same' | number;
  dataFormat?: 'NHWC' | 'NCHW';
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/** A convolution, and the kernels that give its derivatives by input and by filter. */
interface Kernels {
  readonly forward: string;
  readonly input: string;
  readonly filter: string;
  apply(x: Tensor4D, filter: Tensor4D, attrs: Conv): Tensor;
  /** Throws for what has no gradient. */
  check?(attrs: NamedAttrMap): void;
}

export const convolutions: GradConfig[] = bilinear({
  forward: 'Conv2D',
  input: 'Conv2DBackpropInput',
  filter: 'Conv2DBackpropFilter',
  apply: (x, filter, { strides, pad, dataFormat, dimRoundingMode }) =>
    conv2d(x, filter, strides, pad, dataFormat, 1, dimRoundingMode),
  check({ dilations }) {
    if (![dilations].flat().every((dilation) => dilation === 1 || dilation == null))
      throw new Error('the gradient of a dilated convolution is not there');
  },
});

export const depthwiseConvolutions: GradConfig[] = bilinear({
  forward: 'DepthwiseConv2dNative',
  input: 'DepthwiseConv2dNativeBackpropInput',
  filter: 'DepthwiseConv2dNativeBackpropFilter',
  apply: (x, filter, { strides, pad }) => depthwiseConv2d(x, filter, strides, pad),
});

/** A convolution is bilinear in input and filter: each derivative of each of its three kernels is another of the three. */
function bilinear({ forward, input, filter: filterKernel, apply, check }: Kernels): GradConfig[] {
  const applied = (x: Tensor, filter: Tensor, attrs: NamedAttrMap) =>
    apply(x as Tensor4D, filter as Tensor4D, attrsOf<Conv>(attrs));
  const run = (kernel: string, inputs: Record<string, Tensor>, attrs: NamedAttrMap, own: NamedAttrMap) =>
    engine().runKernel(kernel, inputs, { ...alike(attrs), ...own }) as Tensor;
  const byInput = (dy: Tensor, filter: Tensor, x: Tensor, attrs: NamedAttrMap) =>
    run(input, { dy, filter }, attrs, { inputShape: x.shape });
  const byFilter = (x: Tensor, dy: Tensor, filter: Tensor, attrs: NamedAttrMap) =>
    run(filterKernel, { x, dy }, attrs, { filterShape: filter.shape });
  return [
    {
      kernelName: forward,
      inputsToSave: ['x', 'filter'],
      gradFunc: (dy, [x, filter], attrs) => {
        check?.(attrs);
        return {
          x: () => byInput(dy as Tensor, filter!, x!, attrs),
          filter: () => byFilter(x!, dy as Tensor, filter!, attrs),
        };
      },
    },
    {
      kernelName: input,
      inputsToSave: ['dy', 'filter'],
      gradFunc: (cotangent, [dy, filter], attrs) => ({
        dy: () => applied(cotangent as Tensor, filter!, attrs),
        filter: () => byFilter(cotangent as Tensor, dy!, filter!, attrs),
      }),
    },
    {
      kernelName: filterKernel,
      inputsToSave: ['x', 'dy'],
      gradFunc: (cotangent, [x, dy], attrs) => ({
        x: () => byInput(dy!, cotangent as Tensor, x!, attrs),
        dy: () => applied(x!, cotangent as Tensor, attrs),
      }),
    },
  ];
}

/** The attributes that the three kernels have in common, as far as they have them. */
function alike({ strides, pad, dataFormat, dilations, dimRoundingMode }: NamedAttrMap): NamedAttrMap {
  return { strides, pad, dataFormat, dilations, dimRoundingMode } as NamedAttrMap;
}
