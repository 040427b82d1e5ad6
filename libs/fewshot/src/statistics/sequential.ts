import { standardError } from './figure.js';

/**
 * Half the width of a confidence sequence for a mean of normal differences with unknown variance: at every number of
 * units at once it covers with probability 1 − alpha, so one may look after each and stop when 0 is outside. The e-value
 * behind it is the t test's Bayes factor with effect size ~ N(0, g) and the right Haar prior on the variance (Lai 1976;
 * Wang and Ramdas 2024, "Anytime-valid t-tests and confidence sequences for Gaussian means with unknown variance").
 * Infinite until there are enough units. `g` is the squared effect that it is sharpest for.
 */
export function alwaysValidHalfWidth(differences: ArrayLike<number>, alpha: number, g = 0.05): number {
  const n = differences.length;
  if (n < 2) return Number.POSITIVE_INFINITY;
  const { deviation } = standardError(differences);
  const shrink = 1 / (1 + n * g);
  const limit = (1 / (alpha * Math.sqrt(shrink))) ** (2 / n);
  if (shrink * limit >= 1) return Number.POSITIVE_INFINITY;
  // (1 + x) / (1 + r x) = limit, where x = t² / (n − 1).
  const x = (limit - 1) / (1 - shrink * limit);
  return deviation * Math.sqrt(((n - 1) * x) / n);
}
