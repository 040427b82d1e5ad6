import type { Algebra } from '../algebra/algebra.js';
import {
  columnMeans,
  columnProducts,
  type Matrix,
  matrix,
  minusRow,
  rowProducts,
  timesRow,
  transposed,
} from '../algebra/matrix.js';
import { type Support, signTargets, uncentred } from '../head.js';
import type { RidgeFit } from './ridge.js';

/**
 * Ridge regression for all penalties from one eigendecomposition, in the smaller of the two spaces, and the one with the least
 * leave-one-out error (Allen 1974). With X Xᵀ = P diag(1/e) Pᵀ of the centred features, fitted values are P diag(1/(e + λ)) PᵀY and
 * leverages the diagonal of P diag(1/(e + λ)) Pᵀ.
 */
export function ridgePath(algebra: Algebra, support: Support, penalties: readonly number[]): RidgeFit {
  const { features } = support;
  const mean = columnMeans(features);
  const x = minusRow(features, mean);
  const targets = signTargets(support);
  const y = minusRow(targets, columnMeans(targets));
  const wide = x.rows <= x.columns;
  const { values, vectors } = algebra.eigen(wide ? rowProducts(x, x) : columnProducts(x, x));
  const e = values.map((value) => Math.max(0, value));
  const p = wide ? timesRow(vectors, e.map(Math.sqrt)) : rowProducts(x, transposed(vectors));
  const projected = columnProducts(p, y);
  const squares: Matrix = { ...p, values: p.values.map((value) => value * value) };
  const kept = algebra.keep(p);
  try {
    const errors = penalties.map((penalty) => {
      const over = e.map((value) => 1 / (value + penalty));
      const fitted = kept.rowProducts(transposed(timesColumn(projected, over)));
      return leaveOneOutError(y, fitted, rowProducts(squares, matrix(1, over.length, over)).values);
    });
    const best = errors.indexOf(Math.min(...errors));
    const penalty = penalties[best] as number;
    const over = e.map((value) => 1 / (value + penalty));
    const inner = timesColumn(
      projected,
      wide ? over.map((value, k) => (e[k] === 0 ? 0 : value / Math.sqrt(e[k] as number))) : over,
    );
    const weights = rowProducts(
      transposed(inner),
      wide ? rowProducts(transposed(x), transposed(vectors)) : vectors,
    );
    const offset = columnMeans(targets);
    const head = uncentred({ kind: 'LINEAR', weights, bias: offset }, mean);
    return { ...head, penalty, leaveOneOut: errors[best] as number };
  } finally {
    kept.dispose();
  }
}

/** Mean over examples and classes; leaving one out changes its residual by 1/(1 − h), the intercept adds 1/n to each h. */
function leaveOneOutError(y: Matrix, fitted: Matrix, hat: Float64Array): number {
  let error = 0;
  for (let i = 0, at = 0; i < y.rows; i++) {
    const kept = Math.max(1e-12, 1 - (hat[i] as number) - 1 / y.rows);
    for (let k = 0; k < y.columns; k++, at++)
      error += (((y.values[at] as number) - (fitted.values[at] as number)) / kept) ** 2;
  }
  return error / y.values.length;
}

/** Row i times factor i. */
const timesColumn = (m: Matrix, factors: Float64Array): Matrix => ({
  ...m,
  values: m.values.map((value, at) => value * (factors[Math.floor(at / m.columns)] as number)),
});
