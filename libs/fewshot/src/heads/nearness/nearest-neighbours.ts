import { matrix, rowOf } from '../algebra/matrix.js';
import type { ScoringHead, Support } from '../head.js';
import { distancesTo } from './distances-to.js';
import { type ShortList, shortLists } from './short-lists.js';

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
        const near = nearestOf(short?.[i] ?? { distances: distancesTo(features, rowOf(queries, i)) }, used);
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

interface Near {
  readonly at: number;
  readonly distance: number;
}

/** The k nearest of some rows, or of all, with their distances; of equal distances the earlier first. */
function nearestOf(
  { rows, distances }: Partial<ShortList> & Pick<ShortList, 'distances'>,
  k: number,
): readonly Near[] {
  const near: Near[] = [];
  for (let place = 0; place < distances.length; place++) {
    const one = { at: rows ? (rows[place] as number) : place, distance: distances[place] as number };
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
