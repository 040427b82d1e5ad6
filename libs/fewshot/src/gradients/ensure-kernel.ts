import { getBackend, getKernel, type KernelFunc, registerKernel } from '@tensorflow/tfjs-core';

/** Registers the plain implementation of one of our own kernels on the active backend, unless that brings its own. */
export function ensureKernel(kernelName: string, kernelFunc: KernelFunc): void {
  const backendName = getBackend();
  if (!getKernel(kernelName, backendName)) registerKernel({ kernelName, backendName, kernelFunc });
}
