import type { LinearHead, Support } from './head.js';
import { dot, type Matrix, matrix, rowOf } from './matrix.js';

/** [ways, dim] mean of each class. */
export function centroids({ features, labels, ways }: Support): Matrix {
  const means = matrix(ways, features.columns);
  const counts = new Float64Array(ways);
  for (let i = 0; i < labels.length; i++) {
    const k = labels[i] as number;
    counts[k] = (counts[k] as number) + 1;
    const into = rowOf(means, k);
    const from = rowOf(features, i);
    for (let j = 0; j < from.length; j++) into[j] = (into[j] as number) + (from[j] as number);
  }
  return {
    ...means,
    values: means.values.map(
      (sum, i) => sum / Math.max(1, counts[Math.floor(i / features.columns)] as number),
    ),
  };
}

/** Nearest class mean: −‖x − c‖² up to what all classes share is 2 x·c − ‖c‖² (Snell 2017; SimpleShot, Wang 2019). */
export function nearestCentroid(support: Support): LinearHead {
  const means = centroids(support);
  return {
    kind: 'LINEAR',
    weights: { ...means, values: means.values.map((value) => 2 * value) },
    bias: Float64Array.from({ length: support.ways }, (_, k) => -dot(rowOf(means, k), rowOf(means, k))),
  };
}
