import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { leastCostThreshold } from './least-cost-threshold.js';
import {
  areaUnderRoc,
  averagePrecision,
  thresholdCounts,
  thresholdRates,
  totalsOf,
} from './threshold-counts.js';

interface Known {
  readonly scores: number[];
  readonly labels: number[];
  readonly roc: [number, number, number][];
  readonly precisionRecall: [number, number, number][];
  readonly areaUnderRoc: number;
  readonly averagePrecision: number;
  readonly leastCosts: { miss: number; falseAlarm: number; cost: number }[];
}
const known = JSON.parse(
  readFileSync(new URL('fixtures/thresholds.json', import.meta.url), 'utf8'),
) as Record<string, Known>;

describe.each(Object.entries(known))('scikit-learn, %s scores', (_, one) => {
  const counts = thresholdCounts(one.scores, one.labels);
  const rates = thresholdRates(counts, totalsOf(counts));

  test('the ROC curve is the same', () => {
    expect(rates.map(({ threshold }) => threshold)).toEqual(one.roc.map(([threshold]) => threshold));
    for (const [i, [, falsePositiveRate, recall]] of one.roc.entries()) {
      expect(rates[i]?.falsePositiveRate).toBeCloseTo(falsePositiveRate, 12);
      expect(rates[i]?.recall).toBeCloseTo(recall, 12);
    }
  });

  test('the precision-recall curve is the same, from the highest threshold to the lowest', () => {
    for (const [i, [threshold, precision, recall]] of one.precisionRecall.entries()) {
      expect(rates[i]?.threshold).toBe(threshold);
      expect(rates[i]?.precision).toBeCloseTo(precision, 12);
      expect(rates[i]?.recall).toBeCloseTo(recall, 12);
    }
  });

  test('the area under the ROC curve is the same, ties counted half', () => {
    expect(areaUnderRoc(counts)).toBeCloseTo(one.areaUnderRoc, 12);
  });

  test('average precision is the same', () => {
    expect(averagePrecision(counts)).toBeCloseTo(one.averagePrecision, 12);
  });

  test.each(one.leastCosts)('no threshold costs less: miss $miss, false alarm $falseAlarm', (costs) => {
    const threshold = leastCostThreshold(counts, totalsOf(counts), costs);
    const cost = one.scores.reduce((sum, score, i) => {
      const mistake =
        score >= threshold ? (one.labels[i] ? 0 : costs.falseAlarm) : one.labels[i] ? costs.miss : 0;
      return sum + mistake;
    }, 0);
    expect(cost).toBeCloseTo(costs.cost, 9);
  });
});

test('where examples leave a gap, the threshold in it is the one of Elkan', () => {
  const counts = thresholdCounts([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1]);
  expect(leastCostThreshold(counts, totalsOf(counts), { miss: 3, falseAlarm: 2 })).toBeCloseTo(0.4, 12);
});

test('examples outweigh the probabilities where they cost less elsewhere', () => {
  // Both positives lie below 0.5; the nearest threshold that finds them is 0.3.
  const counts = thresholdCounts([0.05, 0.1, 0.3, 0.4], [0, 0, 1, 1]);
  expect(leastCostThreshold(counts, totalsOf(counts), { miss: 1, falseAlarm: 1 })).toBe(0.3);
});

test('when only false alarms cost anything, nothing is taken for positive', () => {
  const counts = thresholdCounts([0.4, 0.9], [1, 0]);
  expect(leastCostThreshold(counts, totalsOf(counts), { miss: 0, falseAlarm: 1 })).toBe(1);
});
