import { addN, div, maximum, mul, scalar, sqrt, square, sum, type Tensor } from '@tensorflow/tfjs-core';
import type { Tensors } from './program.js';

/** Scales all gradients alike so that the norm of all of them together is at most `limit` (Pascanu 2013). */
export function clipByNorm(gradients: Tensors, limit: number | undefined): Tensors {
  const all = Object.values(gradients);
  if (limit === undefined || all.length === 0) return gradients;
  const norm = sqrt(addN(all.map((g) => sum(square(g)))));
  const factor = div(scalar(limit), maximum(norm, scalar(limit)));
  return Object.fromEntries(Object.entries(gradients).map(([name, g]) => [name, mul<Tensor>(g, factor)]));
}
