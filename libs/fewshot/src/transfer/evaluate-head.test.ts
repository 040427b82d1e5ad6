import { describe, expect, it } from 'vitest';
import { hashedSet } from '../episodes/episode-set.js';
import { matrix } from '../heads/algebra/matrix.js';
import { nearestCentroid } from '../heads/nearness/nearest-centroid.js';
import { evaluateHead } from './evaluate-head.js';

describe('evaluateHead', () => {
  it('counts by hand what the nearest centroid gets right', () => {
    const features = matrix(6, 1, [0, 10, 1, 9, 4, 6]);
    const episode = (query: number[]) => ({
      classes: Int32Array.of(0, 1),
      support: Int32Array.of(0, 1),
      query: Int32Array.from(query),
    });
    // 1 and 9 are right; then 6 for the first class is wrong and 4 for the second, too.
    const set = hashedSet({ ways: 2, shots: 1, queries: 1 }, [
      episode([2, 3]),
      episode([5, 4]),
      episode([4, 4]),
    ]);
    const { accuracies, mean, hash } = evaluateHead(features, set, nearestCentroid);
    expect([...accuracies]).toEqual([1, 0, 0.5]);
    expect(mean).toBe(0.5);
    expect(hash).toBe(set.hash);
  });
});
