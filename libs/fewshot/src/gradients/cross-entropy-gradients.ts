import {
  engine,
  expandDims,
  type GradConfig,
  mul,
  softmax,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  zeros,
} from '@tensorflow/tfjs-core';
import { detach } from './detach.js';

/** SparseCrossEntropy gives [losses, residual] with residual = softmax(logits) − one-hot(labels). */
export const crossEntropyGradients: GradConfig[] = [
  {
    kernelName: 'SparseCrossEntropy',
    inputsToSave: ['logits', 'labels'],
    outputsToSave: [false, true],
    gradFunc: (dys, [logits, labels, residual]) => ({
      logits: () => {
        const dy = (dys as Tensor[])[0]!;
        return engine().runKernel('SparseCrossEntropyGrad', {
          dy,
          logits: logits!,
          residual: detach(residual!),
        }) as Tensor;
      },
      labels: () => zeros(labels!.shape),
    }),
  },
  {
    // dy·(softmax(l) − one-hot); its derivative by l against v is dy·p·(v − Σ v p).
    kernelName: 'SparseCrossEntropyGrad',
    inputsToSave: ['dy', 'logits', 'residual'],
    gradFunc: (v, [dy, logits, residual]) => ({
      dy: () => sum(mul(v as Tensor, residual!), 1),
      logits: () => {
        const p = softmax(logits as Tensor2D);
        const centered = sub(v as Tensor, sum(mul(v as Tensor, p), 1, true));
        return mul(expandDims(dy!, 1), mul(p, centered));
      },
      residual: () => zeros(residual!.shape),
    }),
  },
];
