import {
  columnMeans,
  type Matrix,
  matrix,
  minusRow,
  rowOf,
  rowProducts,
  stacked,
} from '../algebra/matrix.js';
import { headScores, type LinearHead, type Support } from '../head.js';
import { centroids } from '../nearness/nearest-centroid.js';
import { unitLength } from '../transforms/transforms.js';

export interface TransductiveHead {
  /** Its accuracies compare only with those of methods that see all queries together. */
  readonly transductive: true;
  readonly head: LinearHead;
  /** [queries, dim] as the head wants them. */
  readonly queries: Matrix;
}

/**
 * BD-CSPN (Liu 2020), transductive: queries are shifted by the difference of the support's and the queries' mean (their
 * eq. 5), then each class mean is taken anew over support and queries, weighted by the softmax of `sharpness` times the
 * cosine to the first class means (their eq. 3).
 */
export function bdCspn(support: Support, queries: Matrix, sharpness = 10): TransductiveHead {
  const shift = difference(columnMeans(queries), columnMeans(support.features));
  const own = unitLength(support.features);
  const asked = unitLength(minusRow(queries, shift));
  const first = unitLength(centroids({ ...support, features: own }));
  const all = stacked(own, asked);
  const cosines = rowProducts(all, first);
  const sums = matrix(support.ways, own.columns);
  for (let i = 0; i < all.rows; i++) {
    const powers = rowOf(cosines, i).map((cosine) => Math.exp(sharpness * cosine));
    const total = powers.reduce((a, b) => a + b, 0);
    for (let k = 0; k < support.ways; k++) {
      const into = rowOf(sums, k);
      const share = (powers[k] as number) / total;
      const from = rowOf(all, i);
      for (let j = 0; j < from.length; j++) into[j] = (into[j] as number) + share * (from[j] as number);
    }
  }
  const weights = unitLength(sums);
  const head: LinearHead = { kind: 'LINEAR', weights, bias: new Float64Array(support.ways) };
  return { transductive: true, head, queries: asked };
}

const difference = (a: Float64Array, b: Float64Array): Float64Array =>
  a.map((value, i) => value - (b[i] as number));

/** [queries, ways] ten times the cosine to the corrected class means. */
export function bdCspnLogits(support: Support, asked: Matrix): Matrix {
  const { head, queries } = bdCspn(support, asked);
  const found = headScores(head, queries);
  return { ...found, values: found.values.map((cosine) => 10 * cosine) };
}
