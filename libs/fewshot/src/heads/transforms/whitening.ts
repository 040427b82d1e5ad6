import { cholesky } from '../algebra/cholesky.js';
import {
  columnMeans,
  columnProducts,
  dot,
  type Matrix,
  matrix,
  minusRow,
  rowOf,
  rowProducts,
} from '../algebra/matrix.js';

/** Directions that hold less than this share of the variance are none. */
const LEAST = 1e-10;

/**
 * Fits whitening on [n, dim]: z ↦ Σ^(−½)(z − μ) up to a rotation, Σ the covariance of the rows shrunk towards σ² I by
 * `shrinkage` (0…1; Ledoit and Wolf 2004), σ² their mean variance in the min(n − 1, dim) directions in which they can vary, so
 * that it does not count directions that no row has. On the fitted rows themselves and without shrinkage the result has
 * covariance 1 (divided by n). It works in the span of the rows, and with fewer rows than columns needs shrinkage above 0.
 */
export function whitening(fittedOn: Matrix, shrinkage: number): (m: Matrix) => Matrix {
  const mean = columnMeans(fittedOn);
  const centred = minusRow(fittedOn, mean);
  const [n, d] = [fittedOn.rows, fittedOn.columns];
  const variance = dot(centred.values, centred.values) / n / Math.max(1, Math.min(n - 1, d));
  // Rows that are all the same have nothing to be whitened.
  if (variance === 0) return (m) => minusRow(m, mean);
  const basis = basisOf(centred, LEAST * variance * n);
  const r = basis.rows;
  const inside = rowProducts(centred, basis);
  const covariance = columnProducts(inside, inside).values.map(
    (value, i) => ((1 - shrinkage) * value) / n + (i % (r + 1) === 0 ? shrinkage * variance : 0),
  );
  const l = cholesky(matrix(r, r, covariance));
  const outside = r < d ? 1 / Math.sqrt(shrinkage * variance) : 0;
  return (m) => {
    const out = minusRow(m, mean);
    const coordinates = rowProducts(out, basis);
    for (let i = 0; i < out.rows; i++) {
      const [row, own] = [rowOf(out, i), rowOf(coordinates, i)];
      const white = solved(l, own);
      // What lies outside of the span has variance σ² × shrinkage.
      for (let j = 0; j < d; j++) row[j] = (row[j] as number) * outside;
      for (let k = 0; k < r; k++) {
        const more = (white[k] as number) - outside * (own[k] as number);
        const axis = rowOf(basis, k);
        for (let j = 0; j < d; j++) row[j] = (row[j] as number) + more * (axis[j] as number);
      }
    }
    return out;
  };
}

/** [n, d] → orthonormal rows [r, d] with the same span, by Gram and Schmidt's method done twice; shorter rests than √least are none. */
function basisOf(rows: Matrix, least: number): Matrix {
  const found: Float64Array[] = [];
  for (let i = 0; i < rows.rows && found.length < rows.columns; i++) {
    const rest = Float64Array.from(rowOf(rows, i));
    for (let turn = 0; turn < 2; turn++)
      for (const axis of found) {
        const along = dot(rest, axis);
        for (let j = 0; j < rest.length; j++) rest[j] = (rest[j] as number) - along * (axis[j] as number);
      }
    const length = dot(rest, rest);
    if (length > least) found.push(rest.map((value) => value / Math.sqrt(length)));
  }
  const out = matrix(found.length, rows.columns);
  for (const [k, axis] of found.entries()) out.values.set(axis, k * rows.columns);
  return out;
}

/** L⁻¹ x for a lower triangular L. */
function solved(l: Matrix, x: Float64Array): Float64Array {
  const out = new Float64Array(x.length);
  for (let j = 0; j < x.length; j++) {
    let sum = x[j] as number;
    for (let k = 0; k < j; k++) sum -= (l.values[j * l.columns + k] as number) * (out[k] as number);
    out[j] = sum / (l.values[j * l.columns + j] as number);
  }
  return out;
}
