import { randomFrom } from '../../random/random.js';
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
} from './matrix.js';

export interface PrincipalDirections {
  /** [k, dim] orthonormal, the one of most variance first. */
  readonly directions: Matrix;
  /** [k] shares of the variance, 0…1. */
  readonly shares: readonly number[];
}

const TURNS = 30;
const STILL = 1e-10;
const SEED = 43;
/** A direction with less of the variance than this share of the first is noise of the arithmetic. */
const LEAST_SHARE = 1e-9;

/**
 * [n, dim] → at most `count` principal components (Pearson 1901) by orthogonal iteration (Golub 2013, section 8.2) on inner products
 * of the centred columns, or of the centred rows where these are fewer; it ends after so many turns, or when nothing moves.
 */
export function principalDirections(x: Matrix, count: number, turns = TURNS): PrincipalDirections {
  const centred = minusRow(x, columnMeans(x));
  const ofRows = x.rows <= x.columns;
  const products = ofRows ? rowProducts(centred, centred) : columnProducts(centred, centred);
  const { vectors, values } = leading(products, count, turns);
  const variance = dot(centred.values, centred.values);
  return {
    directions: ofRows ? orthonormal(transposed(columnProducts(centred, transposed(vectors)))) : vectors,
    shares: values.map((value) => value / variance),
  };
}

/** The largest eigenvalues of a symmetric positive matrix, [k, n] with their vectors; none of a matrix of zeros. */
function leading(
  products: Matrix,
  count: number,
  turns: number,
): { readonly vectors: Matrix; readonly values: readonly number[] } {
  const random = randomFrom(SEED);
  const start = Array.from({ length: count * products.rows }, () => random.normal());
  let q = orthonormal(matrix(count, products.rows, start));
  for (let turn = 0; turn < turns; turn++) {
    const next = orthonormal(rowProducts(q, products));
    const still = next.values.every((value, i) => Math.abs(value - q.values[i]!) < STILL);
    q = next;
    if (still) break;
  }
  const turned = rowProducts(q, products);
  const values = Array.from({ length: count }, (_, k) => dot(rowOf(turned, k), rowOf(q, k)));
  const ranked = [...values.keys()].sort((a, b) => values[b]! - values[a]!);
  const most = values[ranked[0] as number] ?? 0;
  const kept = ranked.filter((k) => values[k]! > LEAST_SHARE * most);
  return { vectors: rowsOf(q, kept), values: kept.map((k) => values[k]!) };
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
