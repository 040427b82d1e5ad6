import { type KernelConfig, scalar, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { DT, dtypeNumber } from '../graph/dtype.js';
import { attr, execute } from './execute.js';

/** tfjs-node's own reads the indices to check them, which cannot be recorded; TensorFlow checks them itself. */
export const gatherKernel: KernelConfig = {
  kernelName: 'GatherV2',
  backendName: 'tensorflow',
  kernelFunc: ({ inputs, attrs, backend }) =>
    tidy(() => {
      const { x, indices } = inputs as Record<'x' | 'indices', Tensor>;
      const { axis, batchDims } = attrs as { axis: number; batchDims: number };
      const types = [
        attr('batch_dims', 'int', batchDims),
        attr('Tparams', 'type', dtypeNumber(x.dtype)),
        attr('Tindices', 'type', dtypeNumber(indices.dtype)),
        attr('Taxis', 'type', DT.int32),
      ];
      return execute(backend, 'GatherV2', types, [x, indices, scalar(axis, 'int32')], 1)[0]!;
    }),
};
