import { cholesky, choleskySolve } from './cholesky.js';
import type { ScoringHead, Support } from './head.js';
import { type Matrix, matrix, rowProducts } from './matrix.js';
import { unitLength } from './transforms.js';

/** Of cosines: the kernel falls to e⁻¹ from an example to what is at a right angle to it. */
export const SHARPNESS = 1;
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
export function kernelRidge({ features, labels, ways }: Support, penalty = PENALTY): KernelRidge {
  const keys = unitLength(features);
  const n = keys.rows;
  const inner = nearness(keys, keys);
  for (let i = 0; i < n; i++) inner.values[i * (n + 1)] = (inner.values[i * (n + 1)] as number) + penalty;
  const targets = matrix(n, ways);
  for (const [i, label] of labels.entries())
    for (let k = 0; k < ways; k++) targets.values[i * ways + k] = k === label ? 1 : -1;
  const values = choleskySolve(cholesky(inner), targets);
  return {
    kind: 'SCORING',
    keys,
    values,
    scores: (queries) => rowsTimes(nearness(unitLength(queries), keys), values),
  };
}

function nearness(a: Matrix, b: Matrix): Matrix {
  const cosines = rowProducts(a, b);
  return { ...cosines, values: cosines.values.map((cosine) => Math.exp(SHARPNESS * (cosine - 1))) };
}

/** [n, m] and [m, k] → A B [n, k]. */
function rowsTimes(a: Matrix, b: Matrix): Matrix {
  const out = matrix(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < a.columns; j++) {
      const factor = a.values[i * a.columns + j] as number;
      for (let k = 0; k < b.columns; k++) {
        const at = i * b.columns + k;
        out.values[at] = (out.values[at] as number) + factor * (b.values[j * b.columns + k] as number);
      }
    }
  return out;
}
