import { expect, test } from 'vitest';
import { bucketOf, latencyAt, noLatencies } from './latency-buckets.js';

function counted(latencies: readonly number[]): number[] {
  const counts = noLatencies();
  for (const one of latencies) counts[bucketOf(one)]!++;
  return counts;
}

test('quantiles of latencies are right to a fifth of an octave', () => {
  const latencies = Array.from({ length: 1000 }, (_, i) => 2 + i);
  const counts = counted(latencies);
  for (const share of [0.05, 0.5, 0.95]) {
    const exact = latencies[Math.ceil(1000 * share) - 1]!;
    expect(Math.abs(Math.log2(latencyAt(counts, share)! / exact))).toBeLessThan(0.2);
  }
});

test('what is faster than a millisecond or slower than a minute is in the outer buckets', () => {
  expect([bucketOf(0), bucketOf(0.2), bucketOf(1), bucketOf(2), bucketOf(1e9)]).toEqual([0, 0, 0, 4, 63]);
});

test('without calls there is no latency', () => {
  expect(latencyAt(noLatencies(), 0.5)).toBeNull();
});
