import { algebraFor } from './algebra.js';
import { identity, type Matrix, matrix, rowOf } from './matrix.js';

/** A⁻¹ B of a symmetric positive definite A [n, n] and B [n, m]. Throws RangeError where A is not. */
export function solvePositive(a: Matrix, b: Matrix): Matrix {
  const fast = algebraFor(a.rows ** 3 / 6 + a.rows ** 2 * b.columns);
  if (!fast) return choleskySolve(cholesky(a), b);
  const solution = fast.solvePositive(a, b);
  if (!solution) throw new RangeError(NOT_POSITIVE);
  return solution;
}

const NOT_POSITIVE = 'The matrix is not positive definite. Use a larger penalty.';

/** L with L Lᵀ = A, of a symmetric positive definite A [n, n]. Throws RangeError where A is not. */
export function cholesky(a: Matrix): Matrix {
  const n = a.rows;
  const l = matrix(n, n);
  for (let i = 0; i < n; i++) {
    const own = rowOf(l, i);
    for (let j = 0; j <= i; j++) {
      const other = rowOf(l, j);
      let sum = a.values[i * n + j] as number;
      for (let k = 0; k < j; k++) sum -= (own[k] as number) * (other[k] as number);
      if (i !== j) own[j] = sum / (other[j] as number);
      else if (sum > 0) own[i] = Math.sqrt(sum);
      else throw new RangeError(NOT_POSITIVE);
    }
  }
  return l;
}

/** X with L Lᵀ X = B for B [n, m]. */
export function choleskySolve(l: Matrix, b: Matrix): Matrix {
  const [n, m] = [l.rows, b.columns];
  const x = matrix(n, m, b.values);
  const eliminate = (i: number, k: number, factor: number): void => {
    const [into, from] = [rowOf(x, i), rowOf(x, k)];
    for (let j = 0; j < m; j++) into[j] = (into[j] as number) - factor * (from[j] as number);
  };
  const divide = (i: number): void => {
    const own = rowOf(x, i);
    const pivot = l.values[i * n + i] as number;
    for (let j = 0; j < m; j++) own[j] = (own[j] as number) / pivot;
  };
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) eliminate(i, k, l.values[i * n + k] as number);
    divide(i);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) eliminate(i, k, l.values[k * n + i] as number);
    divide(i);
  }
  return x;
}

/** L⁻¹ of a lower triangular L. */
export function invertedLower(l: Matrix): Matrix {
  const n = l.rows;
  const out = identity(n);
  for (let i = 0; i < n; i++) {
    const row = rowOf(out, i);
    for (let k = 0; k < i; k++) {
      const factor = l.values[i * n + k] as number;
      const above = rowOf(out, k);
      for (let j = 0; j <= k; j++) row[j] = (row[j] as number) - factor * (above[j] as number);
    }
    for (let j = 0; j <= i; j++) row[j] = (row[j] as number) / (l.values[i * (n + 1)] as number);
  }
  return out;
}
