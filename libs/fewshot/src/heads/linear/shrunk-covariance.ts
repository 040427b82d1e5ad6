import {
  columnMeanSquares,
  columnMeans,
  columnProducts,
  dot,
  type Matrix,
  minusRow,
  rowOf,
  rowProducts,
  timesRow,
} from '../algebra/matrix.js';

/** A covariance (1 − λ) XᵀX/n + D; X are the rows, centred. */
export interface ShrunkCovariance {
  readonly centred: Matrix;
  /** 1 − λ, 0…1. */
  readonly kept: number;
  /** [dim] the diagonal of D. */
  readonly diagonal: Float64Array;
}

/** Of two rows all pairs of columns are collinear, so that nothing is known of how they vary together. */
const FEWEST = 3;
/** Shrinkage is never less, so that the covariance has an inverse. */
const LEAST = 1e-6;

/**
 * Covariance of the rows of [n, dim] with columns brought to variance 1, shrunk towards its mean variance times I, and brought
 * back (Ledoit and Wolf 2004); a column that does not vary counts as of scale 1. One row has covariance 0.
 */
export function shrunkCovariance(m: Matrix): ShrunkCovariance {
  const mean = columnMeans(m);
  const centred = minusRow(m, mean);
  const variance = columnMeanSquares(centred).map((own, j) =>
    own > (m.rows * Number.EPSILON * (mean[j] as number)) ** 2 ? own : 0,
  );
  const standard = timesRow(
    centred,
    variance.map((own) => (own > 0 ? 1 / Math.sqrt(own) : 0)),
  );
  const lambda = shrinkage(standard);
  const target = (lambda * variance.filter((own) => own > 0).length) / m.columns;
  return { centred, kept: 1 - lambda, diagonal: variance.map((own) => target * (own || 1)) };
}

/** λ: the expected squared error of the covariance's entries, over their squared distance from μI, 0…1. */
function shrinkage(x: Matrix): number {
  const [n, d] = [x.rows, x.columns];
  if (n < FEWEST) return 1;
  const products = (n < d ? rowProducts(x, x) : columnProducts(x, x)).values;
  const lengths = Float64Array.from({ length: n }, (_, i) => dot(rowOf(x, i), rowOf(x, i)));
  const squares = dot(products, products) / n ** 2;
  const trace = lengths.reduce((sum, length) => sum + length, 0) / n;
  const distance = squares - trace ** 2 / d;
  const error = (dot(lengths, lengths) / n - squares) / n;
  return distance > 0 ? Math.min(1, Math.max(LEAST, error / distance)) : 1;
}
