/** Buckets grow by a quarter of a doubling, from a millisecond to more than a minute: a quantile is right to a tenth. */
const PER_DOUBLING = 4;
const BUCKETS = 16 * PER_DOUBLING;

export const noLatencies = (): number[] => new Array<number>(BUCKETS).fill(0);

export const bucketOf = (milliseconds: number): number =>
  Math.min(BUCKETS - 1, Math.max(0, Math.floor(Math.log2(milliseconds) * PER_DOUBLING)));

/** The latency that a share of calls stays below, in milliseconds; null where there are none. */
export function latencyAt(counts: readonly number[], share: number): number | null {
  const wanted = counts.reduce((sum, n) => sum + n, 0) * share;
  let before = 0;
  for (const [bucket, n] of counts.entries()) {
    if (n > 0 && before + n >= wanted) return 2 ** ((bucket + (wanted - before) / n) / PER_DOUBLING);
    before += n;
  }
  return null;
}
