import { cholesky, choleskySolve } from '../heads/cholesky.js';
import type { Support } from '../heads/head.js';
import { columnMeans, dot, type Matrix, matrix, minusRow, rowOf, rowProducts } from '../heads/matrix.js';
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
  const weighted = ofLastQuery((query) => {
    const products = Float64Array.from({ length: n }, (_, j) => dot(query, rowOf(features, j)));
    return Float64Array.from({ length: n }, (_, j) => dot(products, rowOf(inverse, j)));
  });
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
  const counts = new Float64Array(ways);
  for (const k of labels) counts[k] = (counts[k] as number) + 1;
  const offset = counts.map((count) => (2 * count) / n - 1);
  const weighted = ofLastQuery((query) => {
    const away = query.map((value, j) => value - (mean[j] as number));
    const products = Float64Array.from({ length: n }, (_, j) => dot(away, rowOf(x, j)));
    return Float64Array.from({ length: n }, (_, j) => dot(products, rowOf(inverse, j)));
  });
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
function inverseGram(features: Matrix, penalty: number): Matrix {
  const n = features.rows;
  const gram = rowProducts(features, features);
  const identity = matrix(n, n);
  for (let i = 0; i < n; i++) {
    gram.values[i * (n + 1)] = (gram.values[i * (n + 1)] as number) + penalty;
    identity.values[i * (n + 1)] = 1;
  }
  return choleskySolve(cholesky(gram), identity);
}
