import { HEAD } from '../../meta/backbone.js';
import { transposed } from '../algebra/matrix.js';
import { oneHot } from '../algebra/one-hot.js';
import { classCounts } from '../head.js';
import type { HeadKind } from '../head-kind.js';
import { keptNumbers, packed } from '../head-layers.js';
import { CACHE, cacheHead } from '../nearness/cache-head.js';
import { centroids } from '../nearness/nearest-centroid.js';
import { unitLength } from '../transforms/transforms.js';

export const cacheKind: HeadKind<'CACHE'> = {
  name: 'CACHE',
  title: 'Cache head',
  description: 'Class means and a key-value cache of the examples, which are kept.',
  whenToUse: 'One to sixteen examples to a class, nothing to tune.',
  paper: 'Zhang 2022 (Tip-Adapter), arXiv:2207.09519',
  options: [],
  light: true,
  fit(support) {
    const { features, ways } = support;
    const keys = unitLength(features);
    const means = unitLength(centroids({ ...support, features: keys }));
    const counts = classCounts(support);
    const { share, sharpness, scale } = CACHE;
    return {
      layers: [{ kind: 'cache', name: HEAD, examples: features.rows, classes: ways, sharpness, scale }],
      arrays: {
        [`${HEAD}/means`]: packed(transposed(means)),
        [`${HEAD}/keys`]: packed(keys),
        [`${HEAD}/values`]: packed(oneHot(support, (k) => share / (counts[k] as number))),
      },
      logits: cacheHead(support).scores,
    };
  },
  storedNumbers: keptNumbers,
};
