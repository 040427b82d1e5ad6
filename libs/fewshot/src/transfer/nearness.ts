import {
  columnMeans,
  type Matrix,
  minusRow,
  rowOf,
  rowProducts,
  transposed,
} from '../heads/algebra/matrix.js';
import type { Fold } from '../heads/cross-validated.js';
import type { Support } from '../heads/head.js';
import type { FittedHead } from '../heads/head-kind.js';
import { packed, packedRow } from '../heads/head-layers.js';
import { centroids } from '../heads/nearness/nearest-centroid.js';
import { unitLength } from '../heads/transforms/transforms.js';
import { HEAD } from '../meta/backbone.js';
import { meanAndDeviation } from '../statistics/deviation.js';
import type { HeldOut } from './held-out.js';

/**
 * How near an example is to the nearest class mean, as a cosine of features of length 1 about their mean. It tells pictures of
 * foreign classes from known ones better than logits do; texts it does not (docs/decisions/trust-in-a-small-sample.md).
 */
export interface Nearness {
  /** [dim] */
  readonly mean: Float64Array;
  /** [ways, dim] of length 1. */
  readonly means: Matrix;
}

/** Against the spread of logits of examples that were held out, so that nearness leads and logits decide between equally near ones. */
const LEADS = 3;

export function fitNearness({ features, labels, ways }: Support): Nearness {
  const unit = unitLength(features);
  const mean = columnMeans(unit);
  const centred = unitLength(minusRow(unit, mean));
  return { mean, means: unitLength(centroids({ features: centred, labels, ways })) };
}

/** [n, dim] → [n] cosines. */
export function nearnessOf({ mean, means }: Nearness, queries: Matrix): Float64Array {
  const cosines = rowProducts(unitLength(minusRow(unitLength(queries), mean)), means);
  return Float64Array.from({ length: queries.rows }, (_, i) => Math.max(...rowOf(cosines, i)));
}

/** [n] cosines of examples that were held out, each to the class means without its fold. */
export function heldOutNearness(folds: readonly Fold[], { labels }: Support): Float64Array {
  const found = new Float64Array(labels.length);
  for (const { kept, held, rows } of folds)
    for (const [i, cosine] of nearnessOf(fitNearness(kept), held.features).entries())
      found[rows[i] as number] = cosine;
  return found;
}

/** A head that tells foreign examples by where they are, too, and what was held out as it judges that; `nearness` [n] of the latter. */
export function toldByNearness(
  head: FittedHead,
  support: Support,
  heldOut: HeldOut,
  nearness: Float64Array,
): { head: FittedHead; heldOut: HeldOut } {
  const weight = nearnessWeight(heldOut.strengths, nearness);
  const strengths = heldOut.strengths.map((strength, i) => strength + weight * (nearness[i] as number));
  return { head: withNearness(head, fitNearness(support), weight), heldOut: { ...heldOut, strengths } };
}

/** How much nearness counts beside the largest logits [n] of the same held-out examples. */
function nearnessWeight(strengths: ArrayLike<number>, nearness: ArrayLike<number>): number {
  const { deviation: spread } = meanAndDeviation(nearness);
  return spread > 0 ? (LEADS * meanAndDeviation(strengths).deviation) / spread : 0;
}

/** The head with `weight` times the nearness added to all logits of an example: its probabilities stay, its largest logit tells both. */
function withNearness(head: FittedHead, nearness: Nearness, weight: number): FittedHead {
  const [features, name] = [`${HEAD}_features`, `${HEAD}_nearness`];
  return {
    layers: [
      { kind: 'rescale', name: features, factor: 1 },
      ...head.layers,
      { kind: 'nearness', name, from: features, with: HEAD, classes: nearness.means.rows, weight },
    ],
    arrays: {
      ...head.arrays,
      [`${name}/mean`]: packedRow(nearness.mean),
      [`${name}/means`]: packed(transposed(nearness.means)),
    },
    logits(queries) {
      const logits = head.logits(queries);
      const cosines = nearnessOf(nearness, queries);
      const values = logits.values.map(
        (value, at) => value + weight * (cosines[Math.floor(at / logits.columns)] as number),
      );
      return { ...logits, values };
    },
  };
}
