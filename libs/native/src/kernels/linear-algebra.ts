import type { KernelConfig, Tensor } from '@tensorflow/tfjs-core';
import { DT } from '../graph/dtype.js';
import { attr, execute } from './execute.js';

const type = attr('T', 'type', DT.float32);

/** Symmetric matrices → ascending eigenvalues, and eigenvectors as columns. */
export const selfAdjointEigenKernel: KernelConfig = {
  kernelName: 'SelfAdjointEigen',
  backendName: 'tensorflow',
  kernelFunc: ({ inputs, backend }) =>
    execute(
      backend as object,
      'SelfAdjointEigV2',
      [attr('compute_v', 'bool', true), type],
      [inputs.a as Tensor],
      2,
    ),
};

/** A and B → A⁻¹ B, of matrices or batches of them. */
export const matrixSolveKernel: KernelConfig = {
  kernelName: 'MatrixSolve',
  backendName: 'tensorflow',
  kernelFunc: ({ inputs, backend }) => {
    const { a, b } = inputs as { a: Tensor; b: Tensor };
    return execute(backend as object, 'MatrixSolve', [attr('adjoint', 'bool', false), type], [a, b], 1)[0]!;
  },
};
