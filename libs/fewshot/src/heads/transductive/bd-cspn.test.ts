import { describe, expect, it } from 'vitest';
import { matrix } from '../algebra/matrix.js';
import { headScores } from '../head.js';
import { bdCspn } from './bd-cspn.js';

describe('BD-CSPN', () => {
  const support = { features: matrix(2, 2, [1, 0, 0, 1]), labels: Int32Array.of(0, 1), ways: 2 };

  it('shifts queries by the difference of the means', () => {
    // Means (0.5, 0.5) and (5.5, 5.5): the queries become (1, 0) and (0, 1), the support itself.
    const { queries, transductive } = bdCspn(support, matrix(2, 2, [6, 5, 5, 6]));
    expect(Array.from(queries.values)).toEqual([1, 0, 0, 1]);
    expect(transductive).toBe(true);
  });

  it('moves a class mean to where its queries lie', () => {
    const { head, queries } = bdCspn(support, matrix(4, 2, [1, 0.4, 1, 0.4, 0, 1, 0, 1]), 100);
    const [x = 0, y = 0] = head.weights.values;
    expect(y / x).toBeGreaterThan(0.1);
    const scores = headScores(head, queries).values;
    expect([0, 1, 2, 3].map((i) => ((scores[2 * i] ?? 0) > (scores[2 * i + 1] ?? 0) ? 0 : 1))).toEqual([
      0, 0, 1, 1,
    ]);
  });
});
