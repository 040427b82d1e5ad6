import {
  conv2d,
  engine,
  type GradConfig,
  type NamedAttrMap,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core';

interface Conv {
  strides: number | [number, number];
  pad: 'valid' | 'same' | number;
  dataFormat?: 'NHWC' | 'NCHW';
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/** A convolution is bilinear in input and filter: each derivative of each of its three kernels is another of the three. */
export const convolutions: GradConfig[] = [
  {
    kernelName: 'Conv2D',
    inputsToSave: ['x', 'filter'],
    gradFunc: (dy, [x, filter], attrs) => {
      if (![attrs.dilations].flat().every((dilation) => dilation === 1 || dilation == null))
        throw new Error('the gradient of a dilated convolution is not there');
      return {
        x: () => inputGradient(dy as Tensor, filter!, x!.shape, attrs),
        filter: () => filterGradient(x!, dy as Tensor, filter!.shape, attrs),
      };
    },
  },
  {
    kernelName: 'Conv2DBackpropInput',
    inputsToSave: ['dy', 'filter'],
    gradFunc: (cotangent, [dy, filter], attrs) => ({
      dy: () => forward(cotangent as Tensor, filter!, attrs),
      filter: () => filterGradient(cotangent as Tensor, dy!, filter!.shape, attrs),
    }),
  },
  {
    kernelName: 'Conv2DBackpropFilter',
    inputsToSave: ['x', 'dy'],
    gradFunc: (cotangent, [x, dy], attrs) => ({
      x: () => inputGradient(dy!, cotangent as Tensor, x!.shape, attrs),
      dy: () => forward(x!, cotangent as Tensor, attrs),
    }),
  },
];

function forward(x: Tensor, filter: Tensor, attrs: NamedAttrMap): Tensor {
  const { strides, pad, dataFormat, dimRoundingMode } = attrs as unknown as Conv;
  return conv2d(x as Tensor4D, filter as Tensor4D, strides, pad, dataFormat, 1, dimRoundingMode);
}

function inputGradient(dy: Tensor, filter: Tensor, inputShape: number[], attrs: NamedAttrMap): Tensor {
  return engine().runKernel('Conv2DBackpropInput', { dy, filter }, { ...alike(attrs), inputShape }) as Tensor;
}

function filterGradient(x: Tensor, dy: Tensor, filterShape: number[], attrs: NamedAttrMap): Tensor {
  return engine().runKernel('Conv2DBackpropFilter', { x, dy }, { ...alike(attrs), filterShape }) as Tensor;
}

/** The attributes that the three kernels have in common. */
function alike({ strides, pad, dataFormat, dimRoundingMode }: NamedAttrMap): NamedAttrMap {
  return { strides, pad, dataFormat, dimRoundingMode } as NamedAttrMap;
}
