import { getKernel, type KernelConfig, type Tensor } from '@tensorflow/tfjs-core';
import { DT } from '../graph/dtype.js';
import { attr, execute } from './execute.js';

/** Matrices are multiplied by MatMul, which costs less than a batch of one; batches as tfjs-node does it. */
export function matMulKernel(): KernelConfig {
  const batched = getKernel('BatchMatMul', 'tensorflow').kernelFunc;
  return {
    kernelName: 'BatchMatMul',
    backendName: 'tensorflow',
    kernelFunc: (call) => {
      const { a, b } = call.inputs as Record<'a' | 'b', Tensor>;
      if (a.shape.length !== 2 || b.shape.length !== 2 || a.dtype !== 'float32') return batched(call);
      const types = [
        attr('transpose_a', 'bool', call.attrs!.transposeA),
        attr('transpose_b', 'bool', call.attrs!.transposeB),
        attr('T', 'type', DT.float32),
      ];
      return execute(call.backend, 'MatMul', types, [a, b], 1)[0]!;
    },
  };
}
