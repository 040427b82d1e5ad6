import { algebraFor } from '../algebra/algebra.js';
import { type Matrix, matrix, rowOf, rowsOf } from '../algebra/matrix.js';
import type { ScoringHead, Support } from '../head.js';

/**
 * k nearest neighbours by Euclidean distance: the share of votes of each class, each neighbour counting the same or by the
 * inverse of its distance (as scikit-learn's KNeighborsClassifier; of equal distances the earlier example counts).
 */
export function nearestNeighbours(support: Support, k: number, votes: 'UNIFORM' | 'DISTANCE'): ScoringHead {
  const { features, labels, ways } = support;
  const used = Math.min(k, features.rows);
  return {
    kind: 'SCORING',
    scores(queries) {
      const out = matrix(queries.rows, ways);
      const short = shortLists(features, queries, used);
      for (let i = 0; i < queries.rows; i++) {
        const near = nearestOf(features, rowOf(queries, i), short?.(i), used);
        const exact = near.some(({ distance }) => distance === 0);
        const weight = (distance: number): number => {
          if (votes === 'UNIFORM') return 1;
          return exact ? Number(distance === 0) : 1 / distance;
        };
        const total = near.reduce((sum, { distance }) => sum + weight(distance), 0);
        const row = rowOf(out, i);
        for (const { at, distance } of near)
          row[labels[at] as number] = (row[labels[at] as number] as number) + weight(distance) / total;
      }
      return out;
    },
  };
}

/** Rows beyond the k nearest that are looked at again, as the backend's order is exact up to rounding only. */
const SPARE = 8;

/** Of each query the rows that may be its nearest, where a backend finds them faster than a loop. */
function shortLists(features: Matrix, queries: Matrix, k: number): ((i: number) => Int32Array) | undefined {
  const most = k + SPARE;
  const algebra = algebraFor(features.rows * features.columns * queries.rows);
  if (!algebra || most >= features.rows) return undefined;
  const found = algebra.nearest(queries, features, most);
  return (i) => found.subarray(i * most, (i + 1) * most);
}

/** The k nearest of some rows, or of all, with their distances; of equal distances the earlier first. */
function nearestOf(
  features: Matrix,
  query: Float64Array,
  some: Int32Array | undefined,
  k: number,
): { at: number; distance: number }[] {
  const distances = distancesTo(some ? rowsOf(features, some) : features, query);
  const order = Int32Array.from(distances.keys());
  const atOf = (place: number): number => some?.[place] ?? place;
  return [...order.sort((a, b) => (distances[a] as number) - (distances[b] as number) || atOf(a) - atOf(b))]
    .slice(0, k)
    .map((place) => ({ at: atOf(place), distance: distances[place] as number }));
}

/** [n] Euclidean distances of the rows to a query [dim]. */
export function distancesTo(features: Matrix, query: Float64Array): Float64Array {
  return Float64Array.from({ length: features.rows }, (_, i) => {
    const row = rowOf(features, i);
    let sum = 0;
    for (let j = 0; j < row.length; j++) {
      const away = (row[j] as number) - (query[j] as number);
      sum += away * away;
    }
    return Math.sqrt(sum);
  });
}
