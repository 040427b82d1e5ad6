import { algebraFor } from '../algebra/algebra.js';
import { dot, matrix, rowOf } from '../algebra/matrix.js';
import type { LinearHead, Support } from '../head.js';
import { largeLinearSvm } from './large-linear-svm.js';

/**
 * One linear support vector machine for each class against the others, squared hinge loss: min ½‖(w, b)‖² + C Σ max(0, 1 −
 * y f(x))², the intercept penalised as in LIBLINEAR and scikit-learn's LinearSVC; by dual coordinate descent (Hsieh 2008).
 */
export function linearSvm(
  support: Support,
  cost: number,
  { tolerance = 1e-8, maxPasses = 2000 } = {},
): LinearHead {
  const { features, labels, ways } = support;
  // Of few examples the dual has few unknowns, however many columns there are.
  const algebra = algebraFor(features.rows ** 2 * ways);
  if (algebra) return largeLinearSvm(algebra, support, cost, tolerance);
  const weights = matrix(ways, features.columns);
  const bias = new Float64Array(ways);
  const rows = Array.from({ length: features.rows }, (_, i) => rowOf(features, i));
  const diagonal = Float64Array.from(rows, (row) => dot(row, row) + 1 + 1 / (2 * cost));
  for (let k = 0; k < ways; k++) {
    const w = rowOf(weights, k);
    const alpha = new Float64Array(features.rows);
    let intercept = 0;
    for (let pass = 0; pass < maxPasses; pass++) {
      let moved = 0;
      for (let i = 0; i < rows.length; i++) {
        const x = rows[i] as Float64Array;
        const sign = labels[i] === k ? 1 : -1;
        const old = alpha[i] as number;
        const gradient = sign * (dot(w, x) + intercept) - 1 + old / (2 * cost);
        const now = Math.max(0, old - gradient / (diagonal[i] as number));
        const change = (now - old) * sign;
        if (change === 0) continue;
        alpha[i] = now;
        moved = Math.max(moved, Math.abs(gradient));
        for (let j = 0; j < w.length; j++) w[j] = (w[j] as number) + change * (x[j] as number);
        intercept += change;
      }
      if (moved < tolerance) break;
    }
    bias[k] = intercept;
  }
  return { kind: 'LINEAR', weights, bias };
}
