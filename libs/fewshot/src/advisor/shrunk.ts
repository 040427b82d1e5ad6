import type { Normal } from './power-law.js';

/**
 * A noisy figure drawn towards what other data sets say, each weighed by the inverse of its variance: the mean and deviation of
 * a normal given a normal prior (Efron and Morris 1975; random effects as DerSimonian and Laird 1986 pool them).
 */
export function shrunk({ mean, deviation }: Normal, prior: Normal): Normal {
  const [own, other] = [1 / deviation ** 2, 1 / prior.deviation ** 2];
  return { mean: (mean * own + prior.mean * other) / (own + other), deviation: Math.sqrt(1 / (own + other)) };
}

/** Mean and deviation of values with weights; the deviation is that of a draw, never below `least`. */
export function weightedNormal(
  values: readonly { readonly value: number; readonly weight: number }[],
  least: number,
): Normal {
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  const mean = values.reduce((sum, { value, weight }) => sum + value * weight, 0) / total;
  const squares = values.reduce((sum, { weight }) => sum + weight ** 2, 0);
  const free = total - squares / total;
  const spread = values.reduce((sum, { value, weight }) => sum + weight * (value - mean) ** 2, 0);
  return { mean, deviation: Math.max(least, free > 1e-9 ? Math.sqrt(spread / free) : least) };
}
