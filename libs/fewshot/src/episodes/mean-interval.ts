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
  const halfWidth = n > 1 ? studentQuantile(n - 1) * Math.sqrt(variance / n) : 0;
  return { mean, halfWidth, low: mean - halfWidth, high: mean + halfWidth };
}

/** The two-sided 95 % point of Student's t with `n` degrees of freedom (Hill 1970, algorithm 396; exact for 1 and 2). */
export function studentQuantile(n: number): number {
  const p = 0.05;
  if (n === 1) return 1 / Math.tan((p * Math.PI) / 2);
  if (n === 2) return Math.sqrt(2 / (p * (2 - p)) - 2);
  const normal = -1.959963984540054;
  const a = 1 / (n - 0.5);
  const b = (48 / a) * (1 / a);
  let c = ((20700 * a) / b - 98) * a - 16;
  c = c * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * n;
  let y = (d * p) ** (2 / n);
  if (y > 0.05 + a) {
    y = normal * normal;
    if (n < 5) c += 0.3 * (n - 4.5) * (normal + 0.6);
    c = (((0.05 * d * normal - 5) * normal - 7) * normal - 2) * normal + b + c;
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * normal;
    y = Math.expm1(a * y * y);
  } else {
    y =
      ((1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1) *
        ((n + 1) / (n + 2)) +
      1 / y;
  }
  return Math.sqrt(n * y);
}
