import { cholesky, choleskySolve } from '../heads/algebra/cholesky.js';
import {
  columnMeans,
  dot,
  identity,
  type Matrix,
  minusRow,
  plusDiagonal,
  rowOf,
  rowProducts,
} from '../heads/algebra/matrix.js';
import { classCounts, type Support } from '../heads/head.js';
import { ofLastQuery } from './of-last-query.js';
import type { Logits } from './support-rule.js';

/** Dual ridge α = (ZZᵀ + λI)⁻¹Y; without example i, α_j − K⁻¹_ji α_i / K⁻¹_ii (the inverse of a bordered matrix). */
export function ridgeLogits(
  { features, labels, ways }: Support,
  { penalty, scale }: { readonly penalty: number; readonly scale: number },
): Logits {
  const n = features.rows;
  const inverse = inverseGram(features, penalty);
  const at = (i: number, j: number) => inverse.values[i * n + j] as number;
  const weighted = ofLastQuery((query) => weightsOf(query, features, inverse));
  return (query, i) => {
    const weights = weighted(query);
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

/**
 * Ridge to targets ±1 with an intercept, centred: f(q) = ȳ + g(q)ᵀ (Y − ȳ) with g(q) = (K + λI)⁻¹ k(q). Without example i its
 * residual counts (1/n + g_i(q)) / (1 − h_i) less, h_i being its leverage, intercept included (Allen 1974).
 */
export function interceptLogits({ features, labels, ways }: Support, penalty: number): Logits {
  const n = features.rows;
  const mean = columnMeans(features);
  const x = minusRow(features, mean);
  const inverse = inverseGram(x, penalty);
  const offset = classCounts({ labels, ways }).map((count) => (2 * count) / n - 1);
  const weighted = ofLastQuery((query) =>
    weightsOf(
      query.map((value, j) => value - (mean[j] as number)),
      x,
      inverse,
    ),
  );
  const sum = (weights: Float64Array): Float64Array =>
    offset.map((own, k) =>
      weights.reduce((total, weight, j) => total + weight * ((labels[j] === k ? 1 : -1) - own), 0),
    );
  return (query, i) => {
    const g = weighted(query);
    const whole = sum(g).map((value, k) => value + (offset[k] as number));
    if (i < 0) return whole;
    // K (K + λI)⁻¹ = I − λ (K + λI)⁻¹ gives the residual of example i and its leverage.
    const residual = sum(rowOf(inverse, i)).map((value) => penalty * value);
    const kept = penalty * (inverse.values[i * (n + 1)] as number) - 1 / n;
    const times = (1 / n + (g[i] as number)) / Math.max(1e-12, kept);
    return whole.map((value, k) => value - times * (residual[k] as number));
  };
}

/** [n, n] (ZZᵀ + λI)⁻¹. */
const inverseGram = (features: Matrix, penalty: number): Matrix =>
  choleskySolve(cholesky(plusDiagonal(rowProducts(features, features), penalty)), identity(features.rows));

/** [n] (ZZᵀ + λI)⁻¹ Z q. */
function weightsOf(query: Float64Array, features: Matrix, inverse: Matrix): Float64Array {
  const products = Float64Array.from({ length: features.rows }, (_, j) => dot(query, rowOf(features, j)));
  return products.map((_, j) => dot(products, rowOf(inverse, j)));
}
