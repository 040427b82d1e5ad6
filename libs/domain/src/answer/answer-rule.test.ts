import { expect, test } from 'vitest';
import { answerRule, classRule, surenessUnder } from './answer-rule.js';

const spam = { positive: 'spam', threshold: 0.3, costs: null };
const manifest = {
  classes: ['ham', 'spam'],
  sureness: [
    { strength: 0, answered: 1, accuracy: 0.8 },
    { strength: 2, answered: 0.5, accuracy: 1 },
  ],
};

test('without a decision the most probable class is the answer, the first of equal ones', () => {
  expect(classRule(['a', 'b', 'c'], null)([0.2, 0.4, 0.4])).toBe(1);
});

test('at the threshold of the positive class the answer is that class, below it the other', () => {
  const indexOf = classRule(manifest.classes, spam);
  expect([0.3, 0.299, 0.9].map((p) => indexOf([1 - p, p]))).toEqual([1, 0, 1]);
});

test('either class can be the positive one', () => {
  expect(classRule(manifest.classes, { ...spam, positive: 'ham' })([0.4, 0.6])).toBe(0);
});

test('a decision about classes that the model does not have changes nothing', () => {
  expect(classRule(['ham', 'scam'], spam)([0.6, 0.4])).toBe(0);
  expect(classRule(['ham', 'spam', 'scam'], spam)([0.5, 0.4, 0.1])).toBe(0);
});

test('a threshold and answering only when sure hold together', () => {
  const answer = answerRule(manifest, { answered: 0.5, decision: spam });
  expect(answer([0.6, 0.4], 1.9)).toEqual({ index: 1, noneOfThese: true });
  expect(answer([0.6, 0.4], 2)).toEqual({ index: 1, noneOfThese: false });
});

test('with a threshold sure answers are counted right by it', () => {
  const examples = Array.from({ length: 20 }, (_, i) => [i, 0.4, i < 10 ? 0 : 1] as const);
  const twoClasses = { positives: 1, negatives: 1, areaUnderRoc: 1, averagePrecision: [1, 1] as const };
  const points = surenessUnder({ ...manifest, twoClasses: { ...twoClasses, points: [], examples } }, spam);
  expect(points?.map(({ answered, accuracy }) => [answered, accuracy])).toEqual([
    [1, 10 / 20],
    [0.5, 10 / 19],
  ]);
});
