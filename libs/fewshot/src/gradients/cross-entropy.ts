import {
  engine,
  exp,
  expandDims,
  log,
  max,
  mean,
  mul,
  oneHot,
  type Scalar,
  softmax,
  sub,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tidy,
} from '@tensorflow/tfjs-core';
import { ensureKernel } from './ensure-kernel.js';
import { installGradients } from './install.js';

/** [n, classes] logits and [n] int32 labels in 0…classes−1 → [n]: −log softmax(logits)[label] of each. */
export function crossEntropies(logits: Tensor, labels: Tensor): Tensor1D {
  installGradients();
  ensureKernel('SparseCrossEntropy', ({ inputs }) =>
    tidy(() => plainly(inputs.logits as Tensor2D, inputs.labels as Tensor1D)),
  );
  ensureKernel('SparseCrossEntropyGrad', ({ inputs }) =>
    tidy(() => mul(expandDims(inputs.dy as Tensor1D, 1), inputs.residual as Tensor2D)),
  );
  return (engine().runKernel('SparseCrossEntropy', { logits, labels }) as Tensor[])[0] as Tensor1D;
}

/** The mean of `crossEntropies`: the loss of a classifier. */
export function crossEntropy(logits: Tensor, labels: Tensor): Scalar {
  return mean(crossEntropies(logits, labels)) as Scalar;
}

/** The losses, and softmax − one-hot, which is their gradient. */
function plainly(logits: Tensor2D, labels: Tensor1D): Tensor[] {
  const target = oneHot(labels, logits.shape[1], 1, 0, 'float32');
  const shifted = sub(logits, max(logits, 1, true));
  const losses = sub(log(sum(exp(shifted), 1)), sum(mul(shifted, target), 1));
  return [losses, sub(softmax(logits), target)];
}
