import {
  depthwiseConv2d,
  engine,
  type GradConfig,
  type NamedAttrMap,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core';

const INPUT = 'DepthwiseConv2dNativeBackpropInput';
const FILTER = 'DepthwiseConv2dNativeBackpropFilter';

/** Bilinear like the dense convolution; each derivative is another of the three kernels. */
export const depthwiseConvolutions: GradConfig[] = [
  {
    kernelName: 'DepthwiseConv2dNative',
    inputsToSave: ['x', 'filter'],
    gradFunc: (dy, [x, filter], attrs) => ({
      x: () => run(INPUT, { dy: dy as Tensor, filter: filter! }, { ...alike(attrs), inputShape: x!.shape }),
      filter: () => run(FILTER, { x: x!, dy: dy as Tensor }, { ...alike(attrs), filterShape: filter!.shape }),
    }),
  },
  {
    kernelName: INPUT,
    inputsToSave: ['dy', 'filter'],
    gradFunc: (cotangent, [dy, filter], attrs) => ({
      dy: () => forward(cotangent as Tensor, filter!, attrs),
      filter: () =>
        run(FILTER, { x: cotangent as Tensor, dy: dy! }, { ...alike(attrs), filterShape: filter!.shape }),
    }),
  },
  {
    kernelName: FILTER,
    inputsToSave: ['x', 'dy'],
    gradFunc: (cotangent, [x, dy], attrs) => ({
      x: () =>
        run(INPUT, { dy: dy!, filter: cotangent as Tensor }, { ...alike(attrs), inputShape: x!.shape }),
      dy: () => forward(x!, cotangent as Tensor, attrs),
    }),
  },
];

function forward(x: Tensor, filter: Tensor, attrs: NamedAttrMap): Tensor {
  const strides = attrs.strides as [number, number];
  return depthwiseConv2d(x as Tensor4D, filter as Tensor4D, strides, attrs.pad as 'same' | 'valid');
}

function alike({ strides, pad, dilations, dimRoundingMode }: NamedAttrMap): NamedAttrMap {
  return { strides, pad, dilations, dimRoundingMode } as NamedAttrMap;
}

function run(kernel: string, inputs: Record<string, Tensor>, attrs: NamedAttrMap): Tensor {
  return engine().runKernel(kernel, inputs, attrs) as Tensor;
}
