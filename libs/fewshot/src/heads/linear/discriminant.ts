import { solvePositive } from '../algebra/cholesky.js';
import {
  columnMeanSquares,
  columnMeans,
  columnProducts,
  dot,
  type Matrix,
  matrix,
  minusRow,
  plusDiagonal,
  rowOf,
  rowProducts,
  rowsOf,
  timesRow,
  transposed,
} from '../algebra/matrix.js';
import { spread } from '../algebra/spread.js';
import { classCounts, type LinearHead, type Support, uncentred } from '../head.js';
import { centroids } from '../nearness/nearest-centroid.js';
import { shrunkCovariance } from './shrunk-covariance.js';

/** Of a column's variance, so much lies within classes at least: of copies it is what rounding leaves. */
const LEAST_WITHIN = 1e-6;

/**
 * Linear discriminant analysis (Fisher 1936): scores x·Σ⁻¹μ_k − ½ μ_k·Σ⁻¹μ_k + log π_k with the classes' means μ and shares π;
 * Σ is the mean by π of their own covariances, each shrunk (Ledoit and Wolf 2004). With three or more examples to a class it is
 * scikit-learn's LinearDiscriminantAnalysis of solver 'lsqr' and shrinkage 'auto'. Two give variances alone; where no class
 * varies Σ is a multiple of I: the nearest class mean. A class without examples scores −∞.
 */
export function discriminant(support: Support): LinearHead {
  const { features } = support;
  const mean = columnMeans(features);
  const means = minusRow(centroids(support), mean);
  const { diagonal, rows } = withinClasses(support);
  // D + ZᵀZ = D^½ (I + YᵀY) D^½ with Y = Z D^−½: the solution is that of a ridge with penalty 1.
  const unit = diagonal.map((variance) => 1 / Math.sqrt(variance));
  const weights = timesRow(solved(timesRow(rows, unit), timesRow(means, unit)), unit);
  const bias = classCounts(support).map(
    (count, k) => Math.log(count / features.rows) - dot(rowOf(means, k), rowOf(weights, k)) / 2,
  );
  return uncentred({ kind: 'LINEAR', weights, bias }, mean);
}

/** Σ as D + ZᵀZ: the diagonal of D [dim], and Z [n, dim]. */
function withinClasses({ features, labels, ways }: Support): { diagonal: Float64Array; rows: Matrix } {
  const [n, d] = [features.rows, features.columns];
  const sum = new Float64Array(d);
  const rows = matrix(n, d);
  let at = 0;
  for (let k = 0; k < ways; k++) {
    const own = Array.from(labels.keys()).filter((i) => labels[i] === k);
    if (own.length === 0) continue;
    const { centred, kept, diagonal } = shrunkCovariance(rowsOf(features, own));
    for (let j = 0; j < d; j++) sum[j] = (sum[j] as number) + (own.length / n) * (diagonal[j] as number);
    rows.values.set(
      centred.values.map((value) => value * Math.sqrt(kept / n)),
      at * d,
    );
    at += own.length;
  }
  const varies = sum.some((variance) => variance > 0);
  const total = columnMeanSquares(minusRow(features, columnMeans(features)));
  const diagonal = sum.map((variance, j) => Math.max(variance, LEAST_WITHIN * (total[j] as number)));
  return { diagonal: varies ? diagonal : sum.fill(spread(features) / d), rows };
}

/** [n, dim] and [ways, dim] → B (I + YᵀY)⁻¹ [ways, dim]; with fewer rows than columns B − B Yᵀ (I + YYᵀ)⁻¹ Y (Woodbury). */
function solved(y: Matrix, b: Matrix): Matrix {
  if (y.rows >= y.columns)
    return transposed(solvePositive(plusDiagonal(columnProducts(y, y), 1), transposed(b)));
  const inner = solvePositive(plusDiagonal(rowProducts(y, y), 1), rowProducts(y, b));
  const less = columnProducts(inner, y).values;
  return { ...b, values: b.values.map((value, i) => value - (less[i] as number)) };
}
