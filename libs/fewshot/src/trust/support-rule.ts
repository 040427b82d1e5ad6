import { dot, rowOf } from '../heads/algebra/matrix.js';
import { softmaxOfRows } from '../heads/algebra/softmax.js';
import { classCounts, type Support } from '../heads/head.js';
import { classSums } from '../heads/nearness/nearest-centroid.js';
import { unitLength } from '../heads/transforms/transforms.js';
import { neighbourLogits } from './neighbour-logits.js';
import { interceptLogits, ridgeLogits } from './ridge-logits.js';

/**
 * How a model decides by its support examples: nearest class mean (Snell 2017), cosine with the mean of unit features, `scale` being what
 * the cosine is multiplied by (a query's length counts as the mean length of the examples, or the root of their mean square),
 * ridge regression to one-hot labels without an intercept, times `scale` (Bertinetto 2019), ridge regression to ±1 with an
 * intercept, or nearest neighbours that count by the inverse of their distance.
 */
export type SupportRule = {
  /** What all logits are divided by; 1 where it is left out. */
  readonly temperature?: number;
} & (
  | { readonly kind: 'CENTROID' }
  | { readonly kind: 'COSINE'; readonly scale: number; readonly length?: 'ROOT_MEAN_SQUARE' }
  | { readonly kind: 'NEIGHBOURS'; readonly neighbours: number }
  | { readonly kind: 'RIDGE_WITH_INTERCEPT'; readonly penalty: number }
  | { readonly kind: 'RIDGE'; readonly penalty: number; readonly scale: number }
);

export interface LeaveOneOut {
  /** [ways] probabilities of a query's features [dim] by the whole support set. */
  whole(query: Float64Array): Float64Array;
  /** The same without support example i; 0 for a class that has no other example. */
  without(query: Float64Array, i: number): Float64Array;
}

/** A rule over a support set, and over what is left of it without one example, in closed form: nothing is fitted again. */
export function leaveOneOut(rule: SupportRule, support: Support): LeaveOneOut {
  const { labels, ways } = support;
  const counts = classCounts(support);
  const logits = logitsOf(rule, support, counts);
  const probabilities = (query: Float64Array, i: number) => {
    const scores = logits(query, i).map((logit) => logit / (rule.temperature ?? 1));
    const gone = i >= 0 && counts[labels[i] as number] === 1 ? (labels[i] as number) : -1;
    if (gone >= 0) scores[gone] = Number.NEGATIVE_INFINITY;
    return softmaxOfRows({ rows: 1, columns: ways, values: scores }).values;
  };
  return { whole: (query) => probabilities(query, -1), without: probabilities };
}

/** [ways] logits of a query without example i; −1 leaves none out. */
export type Logits = (query: Float64Array, i: number) => Float64Array;

function logitsOf(rule: SupportRule, support: Support, counts: Float64Array): Logits {
  if (rule.kind === 'RIDGE') return ridgeLogits(support, rule);
  if (rule.kind === 'RIDGE_WITH_INTERCEPT') return interceptLogits(support, rule.penalty);
  if (rule.kind === 'NEIGHBOURS') return neighbourLogits(support, rule.neighbours);
  const cosine = rule.kind === 'COSINE';
  const features = cosine ? unitLength(support.features) : support.features;
  const sums = classSums({ ...support, features });
  const lengths = Float64Array.from(support.labels, (_, i) => lengthOf(rowOf(support.features, i)));
  const square = cosine && rule.length === 'ROOT_MEAN_SQUARE';
  const sized = square ? lengths.map((length) => length ** 2) : lengths;
  const total = sized.reduce((sum, size) => sum + size, 0);
  return (query, i) => {
    const own = i < 0 ? -1 : (support.labels[i] as number);
    const left = lengths.length - (i < 0 ? 0 : 1);
    const size = (total - (i < 0 ? 0 : (sized[i] as number))) / Math.max(1, left);
    const length = Math.max(1e-6, square ? Math.sqrt(size) : size);
    return Float64Array.from({ length: support.ways }, (_, k) => {
      const sum = k === own ? minus(rowOf(sums, k), rowOf(features, i)) : rowOf(sums, k);
      const count = Math.max(1, (counts[k] as number) - (k === own ? 1 : 0));
      if (cosine) return (rule.scale * dot(query, sum)) / (lengthOf(sum) || 1) / length;
      return (2 * dot(query, sum)) / count - dot(sum, sum) / count ** 2;
    });
  };
}

const minus = (a: Float64Array, b: Float64Array): Float64Array =>
  a.map((value, j) => value - (b[j] as number));
const lengthOf = (a: Float64Array): number => Math.sqrt(dot(a, a));
