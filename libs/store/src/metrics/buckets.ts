import type { Points } from './points.js';

/** Neighbouring points of a series, merged: [n] of each, in the order of their steps. */
export interface Buckets {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly count: Int32Array;
  /** Over values that are finite; not-a-number where none is. */
  readonly minimum: Float64Array;
  readonly maximum: Float64Array;
  readonly mean: Float64Array;
}

export const newBuckets = (n: number): Buckets => ({
  first: new Int32Array(n),
  last: new Int32Array(n),
  count: new Int32Array(n),
  minimum: new Float64Array(n),
  maximum: new Float64Array(n),
  mean: new Float64Array(n),
});

/** Each point as a bucket of its own. */
export const bucketsOf = ({ steps, values }: Points): Buckets => ({
  first: steps,
  last: steps,
  count: new Int32Array(steps.length).fill(1),
  minimum: values,
  maximum: values,
  mean: values,
});

/** At most `most` buckets of about as many points each; the same ones where there are no more. */
export function mergeBuckets(buckets: Buckets, most: number): Buckets {
  const { length } = buckets.first;
  if (length <= most) return buckets;
  const total = buckets.count.reduce((sum, count) => sum + count, 0);
  const groups = new Int32Array(length);
  for (let i = 0, before = 0; i < length; i++) {
    groups[i] = Math.floor((before * most) / total);
    before += buckets.count[i] as number;
  }
  const merged = newBuckets(new Set(groups).size);
  for (let from = 0, into = 0; from < length; into++) {
    let to = from;
    while (to < length && groups[to] === groups[from]) to++;
    mergeInto(merged, into, buckets, from, to);
    from = to;
  }
  return merged;
}

/** Buckets from…to−1 as one. */
function mergeInto(merged: Buckets, into: number, buckets: Buckets, from: number, to: number): void {
  let [count, weight, sum] = [0, 0, 0];
  let [minimum, maximum] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = from; i < to; i++) {
    const points = buckets.count[i] as number;
    const mean = buckets.mean[i] as number;
    count += points;
    if (!Number.isFinite(mean)) continue;
    weight += points;
    sum += points * mean;
    minimum = Math.min(minimum, buckets.minimum[i] as number);
    maximum = Math.max(maximum, buckets.maximum[i] as number);
  }
  merged.first[into] = buckets.first[from] as number;
  merged.last[into] = buckets.last[to - 1] as number;
  merged.count[into] = count;
  merged.mean[into] = sum / weight; // NaN where no value is finite
  merged.minimum[into] = weight > 0 ? minimum : Number.NaN;
  merged.maximum[into] = weight > 0 ? maximum : Number.NaN;
}

/** Those whose steps lie in from…to. */
export function bucketsBetween(buckets: Buckets, from: number, to: number): Buckets {
  let start = 0;
  while (start < buckets.first.length && (buckets.last[start] as number) < from) start++;
  let end = buckets.first.length;
  while (end > start && (buckets.first[end - 1] as number) > to) end--;
  if (start === 0 && end === buckets.first.length) return buckets;
  return cut(buckets, start, end);
}

/** Parts of a series one after another. */
export function joinBuckets(parts: readonly Buckets[]): Buckets {
  if (parts.length === 1) return parts[0] as Buckets;
  const joined = newBuckets(parts.reduce((sum, { first }) => sum + first.length, 0));
  let at = 0;
  for (const part of parts) {
    for (const name of columns) joined[name].set(part[name], at);
    at += part.first.length;
  }
  return joined;
}

const columns = ['first', 'last', 'count', 'minimum', 'maximum', 'mean'] as const;

const cut = (
  { first, last, count, minimum, maximum, mean }: Buckets,
  start: number,
  end: number,
): Buckets => ({
  first: first.subarray(start, end),
  last: last.subarray(start, end),
  count: count.subarray(start, end),
  minimum: minimum.subarray(start, end),
  maximum: maximum.subarray(start, end),
  mean: mean.subarray(start, end),
});
