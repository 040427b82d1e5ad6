import { algebraFor } from '../algebra/algebra.js';
import { solvePositive } from '../algebra/cholesky.js';
import { extended, type Matrix, plusDiagonal, rowProducts, transposed } from '../algebra/matrix.js';
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
  const near = nearTo(keys);
  const values = solvePositive(plusDiagonal(near.kernel(keys), penalty), signTargets(support));
  return { kind: 'SCORING', keys, values, scores: (queries) => near.sums(unitLength(queries), values) };
}

/** The kernel between queries and keys, all of length 1. */
function nearTo(keys: Matrix) {
  // (s·a, −s) · (b, 1) = s (cos − 1)
  const ones = extended(keys, () => [1, 1]);
  const turned = (queries: Matrix) => extended(queries, () => [SHARPNESS, -SHARPNESS]);
  const work = (queries: Matrix, classes: number) => queries.rows * keys.rows * (keys.columns + classes);
  const kernel = (queries: Matrix): Matrix => {
    const fast = algebraFor(work(queries, 0));
    if (fast) return fast.expProducts(turned(queries), ones);
    const products = rowProducts(turned(queries), ones);
    for (const [at, product] of products.values.entries()) products.values[at] = Math.exp(product);
    return products;
  };
  const sums = (queries: Matrix, values: Matrix): Matrix => {
    const fast = algebraFor(work(queries, values.columns));
    if (fast) return fast.expProductsTimes(turned(queries), ones, values);
    return rowProducts(kernel(queries), transposed(values));
  };
  return { kernel, sums };
}
