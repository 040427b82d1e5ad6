import { type Matrix, matrix } from '../../heads/algebra/matrix.js';
import type { Gram } from './gram.js';

/** Directions that hold less than this share of the largest squared length are left out: single precision has no more. */
const SMALLEST = 1e-5;

/**
 * Coordinates of examples to fit on [m, r + 1] and to score [n, r + 1] that have the inner products of the features, with r ≤ m:
 * those of a Cholesky factor with pivots (Harbrecht 2012). What a scored example has outside of the span of the fitted ones
 * is the length in the last column. Inner products of two scored examples are not kept, so a method that looks at queries
 * together cannot use them; all else that does not change when features are rotated can.
 */
export function reducedUnit(
  gram: Gram,
  fitRows: Int32Array,
  rows: Int32Array,
): { fit: Matrix; score: Matrix } {
  const { rows: all, values } = gram;
  const m = fitRows.length;
  const left = Float64Array.from(fitRows, (row) => values[row * all + row] as number);
  const least = SMALLEST * left.reduce((top, value) => Math.max(top, value), 0);
  // Column j of the factor, [m] each.
  const columns: Float64Array[] = [];
  const pivots: number[] = [];
  while (columns.length < m) {
    const pivot = left.indexOf(left.reduce((top, value) => Math.max(top, value), 0));
    const rest = left[pivot] as number;
    if (pivot < 0 || rest <= least || rest <= 0) break;
    const column = new Float64Array(m);
    const from = (fitRows[pivot] as number) * all;
    for (let i = 0; i < m; i++) column[i] = values[from + (fitRows[i] as number)] as number;
    for (const earlier of columns) {
      const factor = earlier[pivot] as number;
      for (let i = 0; i < m; i++) column[i] = (column[i] as number) - factor * (earlier[i] as number);
    }
    const root = Math.sqrt(rest);
    for (let i = 0; i < m; i++) {
      column[i] = (column[i] as number) / root;
      left[i] = (left[i] as number) - (column[i] as number) ** 2;
    }
    left[pivot] = 0;
    columns.push(column);
    pivots.push(pivot);
  }
  const r = columns.length;
  const fit = matrix(m, r + 1);
  for (const [j, column] of columns.entries())
    for (let i = 0; i < m; i++) fit.values[i * (r + 1) + j] = column[i] as number;
  const score = matrix(rows.length, r + 1);
  const z = score.values;
  for (let q = 0; q < rows.length; q++) {
    const [row, from] = [rows[q] as number, q * (r + 1)];
    let outside = values[row * all + row] as number;
    for (let j = 0; j < r; j++) {
      const at = (pivots[j] as number) * (r + 1);
      let sum = values[row * all + (fitRows[pivots[j] as number] as number)] as number;
      for (let k = 0; k < j; k++) sum -= (z[from + k] as number) * (fit.values[at + k] as number);
      const coordinate = sum / (fit.values[at + j] as number);
      z[from + j] = coordinate;
      outside -= coordinate * coordinate;
    }
    z[from + r] = Math.sqrt(Math.max(0, outside));
  }
  return { fit, score };
}
