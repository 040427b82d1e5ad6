import { cholesky, choleskySolve } from '../heads/cholesky.js';
import type { Support } from '../heads/head.js';
import { dot, type Matrix, matrix, rowOf, rowProducts } from '../heads/matrix.js';
import { softmaxOfRows } from '../heads/softmax.js';
import { unitLength } from '../heads/transforms.js';

/**
 * How a sub-model decides by its support examples: nearest class mean (Snell 2017), cosine with the mean of unit features, `scale` being what
 * the cosine is multiplied by, or ridge regression to one-hot labels without an intercept, times `scale` (Bertinetto 2019).
 */
export type SupportRule =
  | { readonly kind: 'CENTROID' }
  | { readonly kind: 'COSINE'; readonly scale: number }
  | { readonly kind: 'RIDGE'; readonly penalty: number; readonly scale: number };

export interface LeaveOneOut {
  /** [ways] probabilities of a query's features [dim] by the whole support set. */
  whole(query: Float64Array): Float64Array;
  /** The same without support example i; 0 for a class that has no other example. */
  without(query: Float64Array, i: number): Float64Array;
}

/** A rule over a support set, and over what is left of it without one example, in closed form: nothing is fitted again. */
export function leaveOneOut(rule: SupportRule, support: Support): LeaveOneOut {
  const { labels, ways } = support;
  const counts = new Int32Array(ways);
  for (const k of labels) counts[k] = (counts[k] as number) + 1;
  const logits = logitsOf(rule, support, counts);
  const probabilities = (query: Float64Array, i: number) => {
    const scores = logits(query, i);
    const gone = i >= 0 && counts[labels[i] as number] === 1 ? (labels[i] as number) : -1;
    if (gone >= 0) scores[gone] = Number.NEGATIVE_INFINITY;
    return softmaxOfRows({ rows: 1, columns: ways, values: scores }).values;
  };
  return { whole: (query) => probabilities(query, -1), without: probabilities };
}

/** [ways] logits of a query without example i; −1 leaves none out. */
type Logits = (query: Float64Array, i: number) => Float64Array;

function logitsOf(rule: SupportRule, support: Support, counts: Int32Array): Logits {
  if (rule.kind === 'RIDGE') return ridgeLogits(support, rule);
  const cosine = rule.kind === 'COSINE';
  const features = cosine ? unitLength(support.features) : support.features;
  const sums = classSums({ ...support, features });
  const lengths = Float64Array.from(support.labels, (_, i) => lengthOf(rowOf(support.features, i)));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return (query, i) => {
    const own = i < 0 ? -1 : (support.labels[i] as number);
    const left = lengths.length - (i < 0 ? 0 : 1);
    const length = Math.max(1e-6, (total - (i < 0 ? 0 : (lengths[i] as number))) / Math.max(1, left));
    return Float64Array.from({ length: support.ways }, (_, k) => {
      const sum = k === own ? minus(rowOf(sums, k), rowOf(features, i)) : rowOf(sums, k);
      const count = Math.max(1, (counts[k] as number) - (k === own ? 1 : 0));
      if (cosine) return (rule.scale * dot(query, sum)) / (lengthOf(sum) || 1) / length;
      return (2 * dot(query, sum)) / count - dot(sum, sum) / count ** 2;
    });
  };
}

/** Dual ridge α = (ZZᵀ + λI)⁻¹Y; without example i, α_j − K⁻¹_ji α_i / K⁻¹_ii (the inverse of a bordered matrix). */
function ridgeLogits(
  { features, labels, ways }: Support,
  { penalty, scale }: Extract<SupportRule, { kind: 'RIDGE' }>,
): Logits {
  const n = features.rows;
  const gram = rowProducts(features, features);
  for (let i = 0; i < n; i++) gram.values[i * (n + 1)] = (gram.values[i * (n + 1)] as number) + penalty;
  const identity = matrix(n, n);
  for (let i = 0; i < n; i++) identity.values[i * (n + 1)] = 1;
  const inverse = choleskySolve(cholesky(gram), identity);
  const at = (i: number, j: number) => inverse.values[i * n + j] as number;
  return (query, i) => {
    const products = Float64Array.from({ length: n }, (_, j) => dot(query, rowOf(features, j)));
    const weights = Float64Array.from({ length: n }, (_, j) => dot(products, rowOf(inverse, j)));
    const out = new Float64Array(ways);
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const weight =
        i < 0
          ? (weights[j] as number)
          : (weights[j] as number) - ((weights[i] as number) * at(i, j)) / at(i, i);
      const k = labels[j] as number;
      out[k] = (out[k] as number) + scale * weight;
    }
    return out;
  };
}

function classSums({ features, labels, ways }: Support): Matrix {
  const sums = matrix(ways, features.columns);
  for (const [i, k] of labels.entries()) {
    const [into, from] = [rowOf(sums, k), rowOf(features, i)];
    for (let j = 0; j < from.length; j++) into[j] = (into[j] as number) + (from[j] as number);
  }
  return sums;
}

const minus = (a: Float64Array, b: Float64Array): Float64Array =>
  a.map((value, j) => value - (b[j] as number));
const lengthOf = (a: Float64Array): number => Math.sqrt(dot(a, a));
