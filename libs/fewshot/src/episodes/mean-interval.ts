import { studentPoint } from '../statistics/distributions.js';

/** A mean with its 95 % interval. */
export interface MeanInterval {
  readonly mean: number;
  /** Half the width of the interval; 0 for a single value. */
  readonly halfWidth: number;
  readonly low: number;
  readonly high: number;
}

/** Student's 95 % interval of the mean of independent values, such as the accuracies of episodes. */
export function meanInterval(values: ArrayLike<number>): MeanInterval {
  const n = values.length;
  const list = Array.from(values);
  const mean = list.reduce((sum, value) => sum + value, 0) / n;
  const variance = list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, n - 1);
  const halfWidth = n > 1 ? studentPoint(0.975, n - 1) * Math.sqrt(variance / n) : 0;
  return { mean, halfWidth, low: mean - halfWidth, high: mean + halfWidth };
}
