import type { ModelManifest } from '@kshot/domain';
import { expect, test } from 'vitest';
import { thresholdFor, twoClassesOf } from './two-classes.js';

const manifest: ModelManifest = {
  format: 'kshot-model-1',
  input: { modality: 'TEXT', features: 4 },
  network: { inputShape: [4], layers: [] },
  classes: ['fraud', 'ordinary'],
  twoClasses: {
    positives: 3,
    negatives: 1,
    areaUnderRoc: 1,
    averagePrecision: [1, 1],
    points: [
      { threshold: 0.75, truePositives: 2, falsePositives: 0 },
      { threshold: 0.5, truePositives: 3, falsePositives: 0 },
      { threshold: 0.25, truePositives: 3, falsePositives: 1 },
    ],
  },
};

test('until one is set the rarer class is the positive one', () => {
  expect(twoClassesOf({ manifest, decision: null })).toMatchObject({
    positive: 'fraud',
    positives: 1,
    negatives: 3,
    points: [
      { threshold: 0.75, recall: 1, falsePositiveRate: 0, precision: 1 },
      { threshold: 0.5, recall: 1, falsePositiveRate: 1 / 3, precision: 0.5 },
      { threshold: 0.25, recall: 1, falsePositiveRate: 1, precision: 0.25 },
    ],
  });
});

test('what was set for one class is shown from the other one’s side on demand', () => {
  const decision = { positive: 'fraud', threshold: 0.25, costs: { miss: 3, falseAlarm: 1 } };
  expect(twoClassesOf({ manifest, decision }, 'ordinary')).toMatchObject({
    threshold: 0.75,
    costs: { miss: 1, falseAlarm: 3 },
  });
});

test('accuracy is told at the threshold, and the same from either side', () => {
  const accuracyAt = (threshold: number, wanted?: string) =>
    twoClassesOf({ manifest, decision: { positive: 'ordinary', threshold, costs: null } }, wanted)!.accuracy;
  expect([0.8, 0.6, 0.4, 0.2].map((each) => accuracyAt(each))).toEqual([1 / 4, 3 / 4, 1, 3 / 4]);
  expect(accuracyAt(0.4, 'fraud')).toBe(1);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, -1])('a cost of %s is refused', (miss) => {
  const two = twoClassesOf({ manifest, decision: null })!;
  expect(() => thresholdFor(two, { miss, falseAlarm: 1 })).toThrow(/`miss` must be from 0/);
});
