import { type Algebra, algebraFor } from '../algebra/algebra.js';
import { columnMeans, dot, extended, type Matrix, minusRow, rowOf, rowsOf } from '../algebra/matrix.js';
import { distancesTo } from './distances-to.js';

/** Rows beyond the k nearest that are looked at again, as the order of products is exact up to rounding only. */
const SPARE = 8;
/** Between a number in single precision and the next one. */
const SINGLE_STEP = 2 ** -23;

/**
 * Of each query the rows that its k nearest are among, where a backend finds them faster than a loop: in single precision, and in
 * double precision those of the queries whose k nearest it may have missed.
 */
export function shortLists(
  features: Matrix,
  queries: Matrix,
  k: number,
): ((i: number) => Int32Array) | undefined {
  const most = k + SPARE;
  const algebra = algebraFor(features.rows * features.columns * queries.rows);
  if (!algebra || most >= features.rows) return undefined;
  const mean = columnMeans(features);
  const rows = minusRow(features, mean);
  const asked = minusRow(queries, mean);
  const lists = listsOf(algebra, rows, asked, most, 'SINGLE');
  const longest = squaredLengths(rows).reduce((top, length) => Math.max(top, length), 0);
  const unsure = Int32Array.from({ length: asked.rows }, (_, i) => i).filter((i) => {
    const query = rowOf(asked, i);
    const distances = distancesTo(rows, query, lists(i));
    const last = distances[most - 1] as number;
    const furthest = distances.sort()[k - 1] as number;
    // What rounding may have moved the last one by, and one that was left out.
    const error = 2 * (rows.columns + 3) * SINGLE_STEP * (longest + dot(query, query));
    return !(furthest ** 2 < last ** 2 - error);
  });
  if (unsure.length === 0) return lists;
  const again = listsOf(algebra, rows, rowsOf(asked, unsure), most, 'DOUBLE');
  const place = new Map(Array.from(unsure, (i, at) => [i, at]));
  return (i) => {
    const at = place.get(i);
    return at === undefined ? lists(i) : again(at);
  };
}

/** ‖q − x‖² is least where 2 q·x − ‖x‖² is largest. */
function listsOf(
  algebra: Algebra,
  rows: Matrix,
  queries: Matrix,
  most: number,
  precision: 'SINGLE' | 'DOUBLE',
): (i: number) => Int32Array {
  const keys = extended(rows, (row) => [2, -dot(row, row)]);
  const found = algebra.largestProducts(
    extended(queries, () => [1, 1]),
    keys,
    most,
    precision,
  );
  return (i) => found.subarray(i * most, (i + 1) * most);
}

const squaredLengths = (m: Matrix): Float64Array =>
  Float64Array.from({ length: m.rows }, (_, i) => dot(rowOf(m, i), rowOf(m, i)));
