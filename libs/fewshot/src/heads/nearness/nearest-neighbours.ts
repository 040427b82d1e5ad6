import { algebraFor } from '../algebra/algebra.js';
import { type Matrix, matrix, rowOf } from '../algebra/matrix.js';
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

interface Near {
  readonly at: number;
  readonly distance: number;
}

/** The k nearest of some rows, or of all, with their distances; of equal distances the earlier first. */
function nearestOf(
  features: Matrix,
  query: Float64Array,
  some: Int32Array | undefined,
  k: number,
): readonly Near[] {
  const distances = distancesTo(features, query, some);
  const near: Near[] = [];
  for (let place = 0; place < distances.length; place++) {
    const one = { at: some ? (some[place] as number) : place, distance: distances[place] as number };
    const last = near.at(-1);
    if (near.length === k && last && !isNearer(one, last)) continue;
    let to = near.length;
    while (to > 0 && isNearer(one, near[to - 1] as Near)) to--;
    near.splice(to, 0, one);
    if (near.length > k) near.pop();
  }
  return near;
}

const isNearer = (one: Near, other: Near): boolean =>
  one.distance < other.distance || (one.distance === other.distance && one.at < other.at);

/** [n] Euclidean distances of the rows, or of some of them, to a query [dim]. */
export function distancesTo(
  { rows, columns, values }: Matrix,
  query: Float64Array,
  some?: Int32Array,
): Float64Array {
  const out = new Float64Array(some?.length ?? rows);
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let j = 0, at = (some ? (some[i] as number) : i) * columns; j < columns; j++, at++) {
      const away = (values[at] as number) - (query[j] as number);
      sum += away * away;
    }
    out[i] = Math.sqrt(sum);
  }
  return out;
}
