import { expect, test } from 'vitest';
import { classRule, modelRule, surenessUnder } from './answer-rule.js';

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

const twoClasses = {
  positives: 1,
  negatives: 1,
  areaUnderRoc: 1,
  averagePrecision: [1, 1] as const,
  points: [],
};
/** Spam from 0.05 to 0.95, all of them spam. */
const examples = Array.from({ length: 10 }, (_, i) => [i, 0.05 + i / 10, 1] as const);
const withExamples = { ...manifest, twoClasses: { ...twoClasses, examples } };

test('with a threshold sure answers are those far from it, whichever class they are', () => {
  // Nearest to 0.3 in log-odds are 0.35 and 0.25, then 0.45: eight of ten are answered.
  const answer = modelRule(withExamples, { answered: 0.8, decision: spam });
  expect([0.28, 0.35, 0.6, 0.05].map((p) => answer([1 - p, p], 9))).toEqual([
    { index: 0, noneOfThese: true },
    { index: 1, noneOfThese: true },
    { index: 1, noneOfThese: false },
    { index: 0, noneOfThese: false },
  ]);
});

test('with a threshold sure answers are counted right by it', () => {
  const points = surenessUnder(withExamples, spam)!;
  expect(points.map(({ answered, accuracy }) => [answered, accuracy]).slice(0, 3)).toEqual([
    [1, 7 / 10],
    [0.9, 6 / 9],
    [0.8, 6 / 8],
  ]);
});

test('a model without such examples answers always where a threshold decides', () => {
  expect(surenessUnder(manifest, spam)).toBeUndefined();
});
