import { normalPoint } from './distributions.js';
import { standardError } from './standard-error.js';

/** The squared effect that confidence sequences are sharpest for. */
const EFFECT = 0.05;

/**
 * Half the width of a confidence sequence for a mean of normal differences with unknown variance: at every number of
 * units at once it covers with probability 1 − alpha, so one may look after each and stop when 0 is outside. The e-value
 * behind it is the t test's Bayes factor with effect size ~ N(0, g) and the right Haar prior on the variance (Lai 1976;
 * Wang and Ramdas 2024, "Anytime-valid t-tests and confidence sequences for Gaussian means with unknown variance").
 * Infinite until there are enough units. `g` is the squared effect that it is sharpest for.
 */
export function alwaysValidHalfWidth(differences: ArrayLike<number>, alpha: number, g = EFFECT): number {
  const { deviation } = standardError(differences);
  return halfWidth(differences.length, deviation, alpha, g);
}

/** The same of n units with this standard deviation. */
export function halfWidth(n: number, deviation: number, alpha: number, g = EFFECT): number {
  if (n < 2) return Number.POSITIVE_INFINITY;
  const shrink = 1 / (1 + n * g);
  const limit = (1 / (alpha * Math.sqrt(shrink))) ** (2 / n);
  if (shrink * limit >= 1) return Number.POSITIVE_INFINITY;
  // (1 + x) / (1 + r x) = limit, where x = t² / (n − 1).
  const x = (limit - 1) / (1 - shrink * limit);
  return deviation * Math.sqrt(((n - 1) * x) / n);
}

/** The largest alpha at which 0 lies within the confidence sequence, at most 1: a p value that holds whenever one stops. */
export function alwaysValidP(differences: ArrayLike<number>, g = EFFECT): number {
  const n = differences.length;
  const { mean, deviation } = standardError(differences);
  if (n < 2 || mean === 0) return 1;
  const shrink = 1 / (1 + n * g);
  const x = (n * mean ** 2) / deviation ** 2 / (n - 1);
  const ratio = deviation === 0 ? 1 / shrink : (1 + x) / (1 + shrink * x);
  return Math.min(1, 1 / (Math.sqrt(shrink) * ratio ** (n / 2)));
}

const MOST_UNITS = 1e9;

/** Units in all at which such a mean is told from 0 with a chance of about 80 %; null where no number would do. */
export function unitsToTell(mean: number, deviation: number, alpha: number): number | null {
  const told = (n: number) =>
    halfWidth(n, deviation, alpha) + (normalPoint(0.8) * deviation) / Math.sqrt(n) <= Math.abs(mean);
  let [low, high] = [1, 2];
  while (!told(high)) {
    if (high > MOST_UNITS) return null;
    [low, high] = [high, 2 * high];
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (told(middle)) high = middle;
    else low = middle;
  }
  return high;
}
