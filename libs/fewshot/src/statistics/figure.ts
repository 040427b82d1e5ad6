import { studentPoint } from './distributions.js';

/** What an interval is an interval of: what would have to be drawn anew for the value to vary as it says. */
export type IntervalOf = 'EXAMPLES' | 'FOLDS' | 'DRAWS' | 'EPISODES' | 'SEEDS';
export type IntervalMethod = 'STUDENT' | 'WILSON' | 'NADEAU_BENGIO' | 'BOOTSTRAP';

/** A value with its 95 % interval. With a single unit there is none: both ends are NaN. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly method: IntervalMethod;
  readonly of: IntervalOf;
}

/**
 * Student's interval of a mean over units. With `overlap`, the ratio of scored to fitted examples in a fold, the variance s²/J
 * becomes (1/J + overlap) s², because folds share what they were fitted on (Nadeau and Bengio 2003, eq. 8 and 9).
 */
export function meanFigure(
  values: ArrayLike<number>,
  of: IntervalOf,
  { overlap = 0, level = 0.95, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = {},
): Figure {
  const { mean, error, df } = standardError(values, overlap);
  const half = df > 0 ? studentPoint((1 + level) / 2, df) * error : Number.NaN;
  const method = overlap > 0 ? 'NADEAU_BENGIO' : 'STUDENT';
  return { value: mean, low: Math.max(least, mean - half), high: Math.min(most, mean + half), method, of };
}

/** The mean, its standard error with Nadeau's and Bengio's overlap, the standard deviation and the degrees of freedom. */
export function standardError(values: ArrayLike<number>, overlap = 0) {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i] as number;
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += ((values[i] as number) - mean) ** 2;
  const variance = n > 1 ? squares / (n - 1) : 0;
  return { mean, deviation: Math.sqrt(variance), error: Math.sqrt(variance * (1 / n + overlap)), df: n - 1 };
}
