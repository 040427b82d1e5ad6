import { solvePositive } from '../algebra/cholesky.js';
import { type Matrix, plusDiagonal, rowProducts, transposed } from '../algebra/matrix.js';
import { type ScoringHead, type Support, signTargets } from '../head.js';
import { unitLength } from '../transforms/transforms.js';

/** Of cosines: the kernel falls to e⁻¹ from an example to what is at a right angle to it. */
export const SHARPNESS = 1;
/** With more examples, what solving costs is seldom worth it. */
export const MOST_KERNEL = 4000;
/** Beside a kernel that is 1 of an example with itself, whatever the features are. */
const PENALTY = 0.1;

export interface KernelRidge extends ScoringHead {
  /** [n, dim] the examples, of length 1. */
  readonly keys: Matrix;
  /** [n, ways] what each example's nearness is multiplied by. */
  readonly values: Matrix;
}

/**
 * Ridge regression to targets ±1 with the Gaussian kernel exp(−‖a − b‖² / 2) = exp(cos(a, b) − 1) of features of length 1
 * (Saunders 1998): scores are sums over the examples, (K + λI)⁻¹ Y. n examples cost n³/6 multiplications.
 */
export function kernelRidge(support: Support, penalty = PENALTY): KernelRidge {
  const keys = unitLength(support.features);
  const values = solvePositive(plusDiagonal(nearness(keys, keys), penalty), signTargets(support));
  const byClass = transposed(values);
  return {
    kind: 'SCORING',
    keys,
    values,
    scores: (queries) => rowProducts(nearness(unitLength(queries), keys), byClass),
  };
}

function nearness(a: Matrix, b: Matrix): Matrix {
  const cosines = rowProducts(a, b);
  return { ...cosines, values: cosines.values.map((cosine) => Math.exp(SHARPNESS * (cosine - 1))) };
}
