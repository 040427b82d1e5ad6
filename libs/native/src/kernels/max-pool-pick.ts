import { backend_util, type KernelConfig, type TensorInfo } from '@tensorflow/tfjs-core';
import { DT } from '../graph/dtype.js';
import { attr, execute } from './execute.js';

/** TensorFlow's second derivative of max pooling: the elements at the places of the maxima. */
export const maxPoolPickKernel: KernelConfig = {
  kernelName: 'MaxPoolPick',
  backendName: 'tensorflow',
  kernelFunc: ({ inputs, attrs, backend }) => {
    const { values, input, output } = inputs as Record<'values' | 'input' | 'output', TensorInfo>;
    const { filterSize, strides, pad } = attrs as {
      filterSize: number;
      strides: number;
      pad: 'same';
    };
    const shape = input.shape as [number, number, number, number];
    const info = backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad);
    const op = [
      attr('T', 'type', DT.float32),
      attr('ksize', 'int', [1, info.filterHeight, info.filterWidth, 1]),
      attr('strides', 'int', [1, info.strideHeight, info.strideWidth, 1]),
      attr('padding', 'string', info.padInfo.type),
      attr('data_format', 'string', 'NHWC'),
    ];
    return execute(backend, 'MaxPoolGradGrad', op, [input, output, values], 1)[0]!;
  },
};
