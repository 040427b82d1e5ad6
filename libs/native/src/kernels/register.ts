import { getKernel, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { batchNormGradKernel, batchNormKernel } from './batch-norm.js';
import { biasAddKernel } from './bias-add.js';
import { crossEntropyKernel } from './cross-entropy.js';
import { expandDimsKernel } from './expand-dims.js';
import { gatherKernel } from './gather.js';
import { matrixSolveKernel, selfAdjointEigenKernel } from './linear-algebra.js';
import { matMulKernel } from './mat-mul.js';
import { maxPoolPickKernel } from './max-pool-pick.js';
import { reluGradKernel } from './relu-grad.js';

const fused = [batchNormKernel, batchNormGradKernel, crossEntropyKernel, maxPoolPickKernel, reluGradKernel];
const recordable = [gatherKernel, expandDimsKernel];
const more = [selfAdjointEigenKernel, matrixSolveKernel];
let registered = false;

/** One native op in the place of many, for the kernels that libs/fewshot names; once per process. */
export function registerNativeKernels(): void {
  if (registered) return;
  registered = true;
  for (const kernel of [...fused, ...recordable, ...more, matMulKernel(), biasAddKernel()]) {
    if (getKernel(kernel.kernelName, kernel.backendName))
      unregisterKernel(kernel.kernelName, kernel.backendName);
    registerKernel(kernel);
  }
}
