import { type KernelConfig, scalar, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { DT, dtypeNumber } from '../graph/dtype.js';
import { attr, execute } from './execute.js';

/** tfjs-node's own leaves the types to be inferred, which a graph does not do. */
export const expandDimsKernel: KernelConfig = {
  kernelName: 'ExpandDims',
  backendName: 'tensorflow',
  kernelFunc: ({ inputs, attrs, backend }) =>
    tidy(() => {
      const input = inputs.input as Tensor;
      const types = [attr('T', 'type', dtypeNumber(input.dtype)), attr('Tdim', 'type', DT.int32)];
      return execute(backend, 'ExpandDims', types, [input, scalar(attrs!.dim as number, 'int32')], 1)[0]!;
    }),
};
