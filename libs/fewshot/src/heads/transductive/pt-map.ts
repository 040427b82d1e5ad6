import { cholesky } from '../algebra/cholesky.js';
import {
  columnMeans,
  columnProducts,
  columnSums,
  type Matrix,
  matrix,
  minusRow,
  plusDiagonal,
  rowOf,
  rowProducts,
  stacked,
} from '../algebra/matrix.js';
import { squaredDistances } from '../algebra/squared-distances.js';
import type { Support } from '../head.js';
import { centroids } from '../nearness/nearest-centroid.js';
import { powered, unitLength } from '../transforms/transforms.js';
import { sinkhorn } from './sinkhorn.js';

/**
 * PT-MAP (Hu 2021), transductive: square roots of features, length 1, support and queries each centred by their own mean
 * and length 1 again; then queries are shared out to class centres by optimal transport (their eq. 5, sharpness 10) and
 * centres move a fifth of the way to the mean of what they got (eq. 7 and 8), 20 times. It takes for granted that each
 * class has equally many queries. Support [n, dim] and queries [q, dim] → [q, ways], logarithms of the shares.
 */
export function ptMap(support: Support, asked: Matrix): Matrix {
  const all = condensed(stacked(gaussianLike(support.features), gaussianLike(asked)));
  const labelled = support.labels.length;
  const own = between(all, 0, labelled);
  const queries = between(all, labelled, all.rows);
  const shares = matrix(all.rows, support.ways);
  for (const [i, label] of support.labels.entries()) rowOf(shares, i)[label] = 1;
  const ofQueries = shares.values.subarray(labelled * support.ways);
  let centres = centroids({ ...support, features: own });
  for (let step = 0; step < STEPS; step++) {
    ofQueries.set(sinkhorn(squaredDistances(queries, centres), SHARPNESS).values);
    centres = moved(centres, columnProducts(shares, all), columnSums(shares));
  }
  const { values } = sinkhorn(squaredDistances(queries, centres), SHARPNESS);
  return matrix(
    queries.rows,
    support.ways,
    values.map((share) => Math.log(share + 1e-30)),
  );
}

const STEPS = 20;
const SHARPNESS = 10;
const RATE = 0.2;

/** Rows of length 1 → rows with the same inner products, to 1e-9, and no more numbers each than there are rows. */
const condensed = (m: Matrix): Matrix =>
  m.columns <= m.rows ? m : cholesky(plusDiagonal(rowProducts(m, m), 1e-9));

const between = ({ columns, values }: Matrix, first: number, end: number): Matrix =>
  matrix(end - first, columns, values.subarray(first * columns, end * columns));

function gaussianLike(m: Matrix): Matrix {
  const unit = unitLength(powered(m, 0.5));
  return unitLength(minusRow(unit, columnMeans(unit)));
}

const moved = (centres: Matrix, totals: Matrix, counts: Float64Array): Matrix => ({
  ...centres,
  values: centres.values.map((value, at) => {
    const mean = (totals.values[at] as number) / (counts[Math.floor(at / centres.columns)] as number);
    return value + RATE * (mean - value);
  }),
});
