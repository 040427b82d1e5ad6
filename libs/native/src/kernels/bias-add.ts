import { getKernel, type KernelConfig, type Tensor } from '@tensorflow/tfjs-core';
import { DT } from '../graph/dtype.js';
import { attr, execute } from './execute.js';

/** A vector added along the last axis is a bias, which fuses with the product or convolution before it. */
export function biasAddKernel(): KernelConfig {
  const plain = getKernel('Add', 'tensorflow').kernelFunc;
  return {
    kernelName: 'Add',
    backendName: 'tensorflow',
    kernelFunc: (call) => {
      const { a, b } = call.inputs as Record<'a' | 'b', Tensor>;
      const isBias = a.shape.length > 1 && b.shape.length === 1 && a.shape.at(-1) === b.shape[0];
      if (!isBias || a.dtype !== 'float32' || b.dtype !== 'float32') return plain(call);
      const attrs = [attr('T', 'type', DT.float32), attr('data_format', 'string', 'NHWC')];
      return execute(call.backend, 'BiasAdd', attrs, [a, b], 1)[0]!;
    },
  };
}
