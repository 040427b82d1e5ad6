import { dot, type Matrix, matrix, rowOf } from '../algebra/matrix.js';
import { classCounts, type LinearHead, type Support } from '../head.js';

/** [ways, dim] sum of each class. */
export function classSums({ features, labels, ways }: Support): Matrix {
  const sums = matrix(ways, features.columns);
  for (const [i, k] of labels.entries()) {
    const [into, from] = [rowOf(sums, k), rowOf(features, i)];
    for (let j = 0; j < from.length; j++) into[j] = (into[j] as number) + (from[j] as number);
  }
  return sums;
}

/** [ways, dim] mean of each class. */
export function centroids(support: Support): Matrix {
  const sums = classSums(support);
  const counts = classCounts(support);
  return {
    ...sums,
    values: sums.values.map((sum, i) => sum / Math.max(1, counts[Math.floor(i / sums.columns)] as number)),
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
