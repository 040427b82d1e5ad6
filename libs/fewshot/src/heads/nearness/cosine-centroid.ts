import { dot } from '../algebra/matrix.js';
import type { LinearHead, Support } from '../head.js';
import { unitLength } from '../transforms/transforms.js';
import { centroids } from './nearest-centroid.js';

/**
 * The class whose mean of unit features makes the smallest angle with a query: ten times the cosine, for queries as long as the
 * examples are (the root of their mean square). The length of a query scales all its scores alike.
 */
export function cosineCentroid(support: Support): LinearHead {
  const means = unitLength(centroids({ ...support, features: unitLength(support.features) }));
  const length =
    Math.sqrt(dot(support.features.values, support.features.values) / support.features.rows) || 1;
  const weights = { ...means, values: means.values.map((value) => (10 * value) / length) };
  return { kind: 'LINEAR', weights, bias: new Float64Array(support.ways) };
}
