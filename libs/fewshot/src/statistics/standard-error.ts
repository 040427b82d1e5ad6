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
