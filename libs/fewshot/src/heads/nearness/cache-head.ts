import { matrix, rowOf, rowProducts } from '../algebra/matrix.js';
import { classCounts, type ScoringHead, type Support } from '../head.js';
import { unitLength } from '../transforms/transforms.js';
import { centroids } from './nearest-centroid.js';

/** Of the paper's order of size; `scale` makes probabilities of scores that are sums of cosines. */
export const CACHE = { share: 1, sharpness: 5.5, scale: 10 } as const;

/**
 * A key-value cache in the manner of Tip-Adapter (Zhang 2022): cosine to the class means, where Tip-Adapter has a text
 * classifier, plus `share` · Σ exp(−sharpness (1 − cos(x, x_i))) over the examples of a class, divided by their number; all
 * times `scale`.
 */
export function cacheHead(
  support: Support,
  { share, sharpness, scale }: { share: number; sharpness: number; scale: number } = CACHE,
): ScoringHead {
  const { labels, ways } = support;
  const keys = unitLength(support.features);
  const means = unitLength(centroids({ ...support, features: keys }));
  const counts = classCounts(support);
  return {
    kind: 'SCORING',
    scores(queries) {
      const unit = unitLength(queries);
      const near = rowProducts(unit, keys);
      const out = matrix(queries.rows, ways, rowProducts(unit, means).values);
      for (let i = 0; i < queries.rows; i++) {
        const row = rowOf(out, i);
        for (const [at, cosine] of rowOf(near, i).entries()) {
          const k = labels[at] as number;
          row[k] = (row[k] as number) + (share * Math.exp(-sharpness * (1 - cosine))) / (counts[k] as number);
        }
        for (let k = 0; k < ways; k++) row[k] = scale * (row[k] as number);
      }
      return out;
    },
  };
}
