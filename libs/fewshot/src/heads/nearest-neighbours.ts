import type { ScoringHead, Support } from './head.js';
import { type Matrix, matrix, rowOf } from './matrix.js';

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
      for (let i = 0; i < queries.rows; i++) {
        const distances = distancesTo(features, rowOf(queries, i));
        const order = [...distances.keys()].sort(
          (a, b) => (distances[a] as number) - (distances[b] as number) || a - b,
        );
        const near = order.slice(0, used);
        const exact = near.some((at) => distances[at] === 0);
        const weight = (at: number): number => {
          const distance = distances[at] as number;
          if (votes === 'UNIFORM') return 1;
          return exact ? Number(distance === 0) : 1 / distance;
        };
        const total = near.reduce((sum, at) => sum + weight(at), 0);
        const row = rowOf(out, i);
        for (const at of near)
          row[labels[at] as number] = (row[labels[at] as number] as number) + weight(at) / total;
      }
      return out;
    },
  };
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
