import type { KernelConfig } from '@tensorflow/tfjs-core';
import { DT } from '../graph/dtype.js';
import { attr, execute } from './execute.js';

/** tfjs-node builds this of five ops. */
export const reluGradKernel: KernelConfig = {
  kernelName: 'ReluGrad',
  backendName: 'tensorflow',
  kernelFunc: ({ inputs, backend }) =>
    execute(backend, 'ReluGrad', [attr('T', 'type', DT.float32)], [inputs.dy, inputs.x], 1)[0]!,
};
