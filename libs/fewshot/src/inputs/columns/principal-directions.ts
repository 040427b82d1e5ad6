import {
  columnMeans,
  columnProducts,
  dot,
  type Matrix,
  matrix,
  minusRow,
  rowOf,
  rowProducts,
  rowsOf,
  transposed,
} from '../../heads/algebra/matrix.js';
import { randomFrom } from '../../random/random.js';

const TURNS = 30;
const SEED = 43;
/** A direction with less of the variance than this share of the first is noise of the arithmetic. */
const LEAST_SHARE = 1e-9;

/**
 * [n, dim] → [k, dim] orthonormal directions of most variance, the first most, k at most `count`: principal components
 * (Pearson 1901) by orthogonal iteration (Golub 2013, section 8.2).
 */
export function principalDirections(x: Matrix, count: number): Matrix {
  const centred = minusRow(x, columnMeans(x));
  const products = x.rows > x.columns ? columnProducts(centred, centred) : undefined;
  const turned = (q: Matrix): Matrix =>
    products ? rowProducts(q, products) : transposed(columnProducts(centred, rowProducts(centred, q)));
  const random = randomFrom(SEED);
  let q = orthonormal(
    matrix(
      count,
      x.columns,
      Array.from({ length: count * x.columns }, () => random.normal()),
    ),
  );
  for (let turn = 0; turn < TURNS; turn++) q = orthonormal(turned(q));
  const variances = Array.from({ length: count }, (_, k) => dot(rowOf(turned(q), k), rowOf(q, k)));
  const ranked = [...variances.keys()].sort((a, b) => variances[b]! - variances[a]!);
  const most = variances[ranked[0] as number] ?? 0;
  return rowsOf(
    q,
    ranked.filter((k) => variances[k]! > LEAST_SHARE * most),
  );
}

/** Rows made orthonormal one after another (modified Gram-Schmidt); one that depends on those before becomes zeros. */
function orthonormal(q: Matrix): Matrix {
  for (let k = 0; k < q.rows; k++) {
    const row = rowOf(q, k);
    const before = Math.sqrt(dot(row, row));
    for (let j = 0; j < k; j++) {
      const other = rowOf(q, j);
      const share = dot(row, other);
      for (let i = 0; i < row.length; i++) row[i]! -= share * other[i]!;
    }
    const length = Math.sqrt(dot(row, row));
    const factor = length > 1e-10 * before ? 1 / length : 0;
    for (let i = 0; i < row.length; i++) row[i]! *= factor;
  }
  return q;
}
