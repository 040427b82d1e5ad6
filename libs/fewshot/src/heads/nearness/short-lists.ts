import { type Algebra, algebraFor } from '../algebra/algebra.js';
import { columnMeans, dot, extended, type Matrix, minusRow, rowOf, rowsOf } from '../algebra/matrix.js';
import { distancesTo } from './distances-to.js';

/** Rows beyond the k nearest that are looked at again, as the order of products is exact up to rounding only. */
const SPARE = 8;
/** Between a number in single precision and the next one. */
const SINGLE_STEP = 2 ** -23;

/** Rows, and how far they are from a query. */
export interface ShortList {
  readonly rows: Int32Array;
  readonly distances: Float64Array;
}

/**
 * Of each query the rows that its k nearest are among, where a backend finds them faster than a loop: in single precision, and in
 * double precision those of the queries whose k nearest it may have missed.
 */
export function shortLists(features: Matrix, queries: Matrix, k: number): ShortList[] | undefined {
  const most = k + SPARE;
  const algebra = algebraFor(features.rows * features.columns * queries.rows);
  if (!algebra || most >= features.rows) return undefined;
  const mean = columnMeans(features);
  const rows = minusRow(features, mean);
  const asked = minusRow(queries, mean);
  const withDistances = (list: Int32Array, i: number): ShortList => ({
    rows: list,
    distances: distancesTo(features, rowOf(queries, i), list),
  });
  const lists = listsOf(algebra, rows, asked, most, 'SINGLE').map(withDistances);
  const longest = squaredLengths(rows).reduce((top, length) => Math.max(top, length), 0);
  const lengths = squaredLengths(asked);
  const unsure = Int32Array.from(lists.keys()).filter((i) => {
    const { distances } = lists[i] as ShortList;
    // What rounding may have moved the last one by, and one that was left out.
    const error = 2 * (rows.columns + 3) * SINGLE_STEP * (longest + (lengths[i] as number));
    const furthest = distances.slice().sort()[k - 1] as number;
    return !(furthest ** 2 < (distances[most - 1] as number) ** 2 - error);
  });
  const again = unsure.length > 0 ? listsOf(algebra, rows, rowsOf(asked, unsure), most, 'DOUBLE') : [];
  for (const [at, i] of unsure.entries()) lists[i] = withDistances(again[at] as Int32Array, i);
  return lists;
}

/** ‖q − x‖² is least where 2 q·x − ‖x‖² is largest. */
function listsOf(
  algebra: Algebra,
  rows: Matrix,
  queries: Matrix,
  most: number,
  precision: 'SINGLE' | 'DOUBLE',
): Int32Array[] {
  const keys = extended(rows, (row) => [2, -dot(row, row)]);
  const asked = extended(queries, () => [1, 1]);
  const found = algebra.largestProducts(asked, keys, most, precision);
  return Array.from({ length: queries.rows }, (_, i) => found.subarray(i * most, (i + 1) * most));
}

const squaredLengths = (m: Matrix): Float64Array =>
  Float64Array.from({ length: m.rows }, (_, i) => dot(rowOf(m, i), rowOf(m, i)));
