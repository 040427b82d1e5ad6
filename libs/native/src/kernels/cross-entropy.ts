import type { KernelConfig } from '@tensorflow/tfjs-core';
import { DT } from '../graph/dtype.js';
import { attr, execute } from './execute.js';

/** Losses and their gradient by the logits in one pass. */
export const crossEntropyKernel: KernelConfig = {
  kernelName: 'SparseCrossEntropy',
  backendName: 'tensorflow',
  kernelFunc: ({ inputs, backend }) => {
    const attrs = [attr('T', 'type', DT.float32), attr('Tlabels', 'type', DT.int32)];
    return execute(backend, 'SparseSoftmaxCrossEntropyWithLogits', attrs, [inputs.logits, inputs.labels], 2);
  },
};
