import { studentPoint } from './distributions.js';
import { alwaysValidHalfWidth } from './sequential.js';
import { standardError } from './standard-error.js';

/** What an interval is an interval of: what would have to be drawn anew for the value to vary as it says. */
export type IntervalOf = 'EXAMPLES' | 'FOLDS' | 'DRAWS' | 'EPISODES' | 'SEEDS';
export type IntervalMethod = 'STUDENT' | 'WILSON' | 'NADEAU_BENGIO' | 'BOOTSTRAP' | 'ALWAYS_VALID';

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
 * becomes (1/J + overlap) s², because folds share what they were fitted on (Nadeau and Bengio 2003, eq. 8 and 9). With `anytime`
 * the interval is that of a confidence sequence, which covers also where the values decided how many there are.
 */
export function meanFigure(
  values: ArrayLike<number>,
  of: IntervalOf,
  {
    overlap = 0,
    level = 0.95,
    anytime = false,
    least = Number.NEGATIVE_INFINITY,
    most = Number.POSITIVE_INFINITY,
  } = {},
): Figure {
  const { mean, error, df } = standardError(values, overlap);
  const fixed = df > 0 ? studentPoint((1 + level) / 2, df) * error : Number.NaN;
  const half = anytime ? alwaysValidHalfWidth(values, 1 - level) : fixed;
  const method = anytime ? 'ALWAYS_VALID' : overlap > 0 ? 'NADEAU_BENGIO' : 'STUDENT';
  return { value: mean, low: Math.max(least, mean - half), high: Math.min(most, mean + half), method, of };
}
