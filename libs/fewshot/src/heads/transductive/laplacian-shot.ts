import { dot, type Matrix, rowOf } from '../algebra/matrix.js';
import { softmaxOfRows } from '../algebra/softmax.js';
import { squaredDistances } from '../algebra/squared-distances.js';
import type { Support } from '../head.js';
import { bdCspn } from './bd-cspn.js';

/**
 * LaplacianShot (Ziko 2020), transductive: near queries should get the same class. Shares of classes are updated as
 * y ← softmax(−a + λ W y) from softmax(−a) on (their eq. 9), where a is the squared distance to the class means, mended
 * by the queries as BD-CSPN does it, and W marks the `neighbours` nearest other queries of each. Rows have length 1.
 * Support [n, dim] and queries [q, dim] → [q, ways], logarithms of the last shares up to what all classes share.
 */
export function laplacianShot(support: Support, asked: Matrix, { neighbours = 3, weight = 1 } = {}): Matrix {
  const { head, queries } = bdCspn(support, asked);
  const near = nearestOthers(queries, neighbours);
  const distances = squaredDistances(queries, head.weights);
  const apart = { ...distances, values: distances.values.map((distance) => -distance) };
  let scores: Matrix = apart;
  for (let step = 0; step < STEPS; step++) {
    const shares = softmaxOfRows(scores);
    const next = { ...apart, values: Float64Array.from(apart.values) };
    for (const [i, others] of near.entries()) {
      const row = rowOf(next, i);
      for (const other of others)
        for (const [k, share] of rowOf(shares, other).entries()) row[k] = (row[k] as number) + weight * share;
    }
    scores = next;
  }
  return scores;
}

const STEPS = 20;

/** Of each unit row, the places of the others with the largest cosine. */
function nearestOthers(m: Matrix, count: number): number[][] {
  const cosines = new Float64Array(m.rows);
  return Array.from({ length: m.rows }, (_, i) => {
    for (let j = 0; j < m.rows; j++) cosines[j] = dot(rowOf(m, i), rowOf(m, j));
    const order = Array.from(cosines.keys()).filter((j) => j !== i);
    return order.sort((a, b) => (cosines[b] as number) - (cosines[a] as number)).slice(0, count);
  });
}
