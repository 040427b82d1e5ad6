import {
  add,
  engine,
  mean,
  mul,
  reshape,
  rsqrt,
  scalar,
  square,
  sub,
  type Tensor,
  type Tensor1D,
  tidy,
} from '@tensorflow/tfjs-core';
import { batchNormGradPlainly } from './batch-norm-gradients.js';
import { ensureKernel } from './ensure-kernel.js';
import { installGradients } from './install.js';

export interface Normalized<T extends Tensor> {
  readonly y: T;
  /** [channels] mean over all axes but the last. No gradient flows through it. */
  readonly mean: Tensor1D;
  /** [channels] population variance (divided by n, not n − 1). No gradient flows through it. */
  readonly variance: Tensor1D;
}

/**
 * Batch normalisation by the batch's own statistics, over all axes but the last (Ioffe 2015): gamma·(x − μ)/√(σ² + ε) + beta.
 * One fused op each way on the native backend; right in first and second derivatives everywhere.
 */
export function batchNorm<T extends Tensor>(
  x: T,
  gamma: Tensor,
  beta: Tensor,
  epsilon = 1e-5,
): Normalized<T> {
  installGradients();
  ensureKernel('BatchNormTraining', ({ inputs, attrs }) =>
    tidy(() => plainly(inputs as Inputs, attrs!.epsilon as number)),
  );
  ensureKernel('BatchNormTrainingGrad', ({ inputs, attrs }) =>
    tidy(() => batchNormGradPlainly(inputs as Record<string, Tensor>, attrs!.epsilon as number)),
  );
  const [y, m, variance] = engine().runKernel(
    'BatchNormTraining',
    { x, gamma, beta },
    { epsilon },
  ) as Tensor[];
  return { y: y as T, mean: m as Tensor1D, variance: variance as Tensor1D };
}

type Inputs = Record<'x' | 'gamma' | 'beta', Tensor>;

function plainly({ x, gamma, beta }: Inputs, epsilon: number): Tensor[] {
  const rows = reshape(x, [-1, gamma.size]);
  const center = mean(rows, 0);
  const offset = sub(rows, center);
  const variance = mean(square(offset), 0);
  const y = add(mul(offset, mul(rsqrt(add(variance, epsilon)), gamma)), beta);
  return [reshape(y, x.shape), center, variance, scalar(0)];
}
