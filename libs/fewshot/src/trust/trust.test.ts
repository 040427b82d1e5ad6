import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { evaluatePlans } from '../evaluation/evaluate-features.js';
import type { UnitPlan } from '../evaluation/units/unit.js';
import { matrix } from '../heads/algebra/matrix.js';
import { randomFrom } from '../random/random.js';
import { calibrated, temperatureFor } from './calibrated.js';
import { ambiguousPairs } from './labels/ambiguous-pairs.js';
import { checkLabels } from './labels/check-labels.js';
import { findDuplicates } from './labels/duplicates.js';
import { suspiciousLabels } from './labels/suspicious-labels.js';
import { relabelled, without, worthOfFixing } from './labels/worth-of-fixing.js';

beforeAll(() => tf.setBackend('cpu'));

function runToEnd<T>(work: Generator<unknown, T>): T {
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}

test('the confident joint and the margins are those worked out by hand', () => {
  // Self-confidences: class 0 has 0.9, 0.7 and 0.2, so its threshold is 0.6; class 1 has 0.8 and 0.4, so its threshold is 0.6.
  const probabilities = matrix(5, 2, [0.9, 0.1, 0.7, 0.3, 0.2, 0.8, 0.2, 0.8, 0.6, 0.4]);
  const found = suspiciousLabels(probabilities, Int32Array.of(0, 0, 0, 1, 1));
  // Rows 2 and 4 reach the threshold of the other class only.
  expect(found.map(({ row, probable }) => [row, probable])).toEqual([
    [2, true],
    [4, true],
    [1, false],
    [3, false],
    [0, false],
  ]);
  expect(found[0]).toMatchObject({ given: 0, suggested: 1, confidence: 0.2, probability: 0.8 });
  expect(found[0]?.margin).toBeCloseTo(Math.log(0.25), 12);
});

test('a temperature makes probabilities as sure as they are right', () => {
  // Three of four are right at 0.6 to 0.4: the best probability is 0.75, so (0.6 / 0.4) ** (1 / T) = 3.
  const flat = matrix(4, 2, [0.6, 0.4, 0.6, 0.4, 0.6, 0.4, 0.6, 0.4]);
  const { values } = calibrated(flat, Int32Array.of(0, 0, 0, 1));
  expect(values[0]).toBeCloseTo(0.75, 6);
  expect(values[1]).toBeCloseTo(0.25, 6);
});

test('four examples that are all right make nothing surer than five of six', () => {
  const flat = matrix(4, 2, [0.6, 0.4, 0.6, 0.4, 0.6, 0.4, 0.6, 0.4]);
  const { values } = calibrated(flat, Int32Array.of(0, 0, 0, 0));
  expect(values[0]).toBeCloseTo(5 / 6, 6);
});

test('logits of thousands are brought down to what the examples can prove', () => {
  // Four that are all right allow 5/6: e^(5000 / T) = 5.
  const huge = matrix(4, 2, [5000, 0, 5000, 0, 5000, 0, 5000, 0]);
  expect(temperatureFor(huge, Int32Array.of(0, 0, 0, 0))).toBeCloseTo(5000 / Math.log(5), 3);
});

test('a tenth of wrong labels makes the other answers a little less sure, and not many times less', () => {
  const random = randomFrom(3);
  // Class 1 or 2 of 5 by a logit of 2 to 6 more than the others'; true labels follow these probabilities.
  const logits = Array.from({ length: 600 }, (_, i) =>
    Array.from({ length: 5 }, (__, k) => (k === i % 2 ? 2 + 4 * random.uniform() : 0)),
  );
  const truth = Int32Array.from(logits, (row) => {
    const shares = row.map(Math.exp);
    const drawn = random.uniform() * shares.reduce((sum, share) => sum + share, 0);
    return shares.findIndex((_, k) => drawn <= shares.slice(0, k + 1).reduce((sum, share) => sum + share, 0));
  });
  const wrong = truth.map((k, i) => (i % 10 === 0 ? (k + 1 + random.below(4)) % 5 : k));
  const scores = matrix(600, 5, logits.flat());
  expect(temperatureFor(scores, truth)).toBeCloseTo(1, 0);
  expect(temperatureFor(scores, wrong)).toBeLessThan(1.25 * temperatureFor(scores, truth));
});

test('copies are found by content and by distances that the data have nowhere else', () => {
  const random = randomFrom(1);
  const rows = Array.from({ length: 60 }, () => Array.from({ length: 8 }, () => random.normal()));
  rows[10] = (rows[3] as number[]).map((value) => value + 1e-4);
  rows[20] = [...(rows[5] as number[])];
  const hashes = rows.map((_, i) => (i === 20 ? '5' : String(i)));
  const { pairs, groups, threshold } = findDuplicates(matrix(60, 8, rows.flat()), hashes);
  expect(pairs.map(({ row, other, exact }) => [row, other, exact])).toEqual([
    [20, 5, true],
    [10, 3, false],
  ]);
  expect([groups[10], groups[20], groups[0]]).toEqual([3, 5, 0]);
  expect(threshold).toBeLessThan(1);
});

test('classes are ambiguous where they are mixed up more often than errors fall by chance', () => {
  // Of 3 × 20 examples, 8 of each of the first two classes are taken for the other one, one of the third for the first.
  const labels = Int32Array.from({ length: 60 }, (_, i) => Math.floor(i / 20));
  const said = labels.map((k, i) => (i % 20 < 8 && k < 2 ? 1 - k : i === 59 ? 0 : k));
  const probabilities = matrix(60, 3);
  for (const [i, k] of said.entries()) probabilities.values[3 * i + k] = 1;
  const found = ambiguousPairs(probabilities, labels);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ classes: [0, 1], confused: 16, examples: 40, share: 0.4, worth: 16 / 60 });
  expect(found[0]?.chance).toBeCloseTo(16 / 40 / 2, 12);
  expect(found[0]?.low).toBeCloseTo(0.2635, 4); // statsmodels.stats.proportion.proportion_confint(16, 40, method='wilson')
});

test('planted wrong labels are found, each with its true class', () => {
  const random = randomFrom(2);
  const n = 300;
  const truth = Int32Array.from({ length: n }, (_, i) => i % 3);
  const features = matrix(n, 3);
  for (const [i, k] of truth.entries())
    for (let j = 0; j < 3; j++) features.values[3 * i + j] = (j === k ? 3 : 0) + random.normal();
  const planted = new Set(Array.from({ length: 60 }, (_, i) => 5 * i));
  const labels = truth.map((k, i) => (planted.has(i) ? (k + 1) % 3 : k));
  const head = { name: 'centroid', method: 'CENTROID', transform: 'NONE' } as const;
  const data = { labels, classes: 3, duplicates: { groups: Int32Array.from(labels.keys()) } };
  const checking = checkLabels((plans) => evaluatePlans(features, head, plans), data, {
    folds: 5,
    repeats: 1,
    seed: 1,
  });
  let next = checking.next();
  const seen: number[] = [];
  for (; !next.done; next = checking.next()) seen.push(next.value.done);
  expect(seen).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
  const { suspicions, worth } = next.value;
  const hits = suspicions.slice(0, 60).filter(({ row }) => planted.has(row));
  expect(hits.length).toBeGreaterThan(48);
  const named = hits.filter(({ row, suggested }) => suggested === truth[row]);
  expect(named.length / hits.length).toBeGreaterThan(0.9);
  expect(worth.relabelled).toMatchObject({ method: 'NADEAU_BENGIO', of: 'FOLDS' });
  expect(worth.deduplicated).toBeNull();
});

test('with two folds nothing is left to look for wrong labels in, and mending has no worth', () => {
  const random = randomFrom(2);
  const labels = Int32Array.from({ length: 40 }, (_, i) => (i % 10 === 0 ? 1 - (i % 2) : i % 2));
  const features = matrix(
    40,
    1,
    Float64Array.from(labels, (_, i) => 5 * (i % 2) + random.normal()),
  );
  const head = { name: 'centroid', method: 'CENTROID', transform: 'NONE' } as const;
  const data = { labels, classes: 2, duplicates: { groups: Int32Array.from(labels.keys()) } };
  const settings = { folds: 2, repeats: 1, seed: 1 };
  const found = runToEnd(checkLabels((plans) => evaluatePlans(features, head, plans), data, settings));
  expect(found.suspicions.some(({ probable }) => probable)).toBe(true);
  expect(found.worth).toEqual({ relabelled: null, removed: null, deduplicated: null });
});

test('of more than 10,000 examples worth is measured on as many of them', () => {
  const n = 10_050;
  const labels = Int32Array.from({ length: n }, (_, i) => (i % 7 === 0 ? 1 - (i % 2) : i % 2));
  const features = matrix(
    n,
    1,
    Float64Array.from(labels, (_, i) => 5 * (i % 2) + (i % 13) / 13),
  );
  const head = { name: 'centroid', method: 'CENTROID', transform: 'NONE' } as const;
  const data = { labels, classes: 2, duplicates: { groups: Int32Array.from(labels.keys()) } };
  const sizes: number[] = [];
  const scored = (plans: readonly UnitPlan[]) => {
    sizes.push(...plans.map(({ fitRows }) => fitRows.length));
    return evaluatePlans(features, head, plans);
  };
  runToEnd(checkLabels(scored, data, { folds: 3, repeats: 1, seed: 1 }));
  expect(sizes.filter((size) => size === 6700)).toHaveLength(3);
  expect(sizes.slice(3).every((size) => size < 6700)).toBe(true);
});

test('what mending is worth is the gain on held-out examples that are not in doubt', () => {
  // One neighbour: row 5 is next to row 1, whose label is wrong; row 7 is in doubt and not scored. From 2 of 3 to 3 of 3.
  const features = matrix(8, 1, [0, 0.1, 10, 10.1, 0.01, 0.09, 10, 0.08]);
  const plan = (index: number) => ({
    index,
    seed: 1,
    classes: Int32Array.of(0, 1),
    fitRows: Int32Array.of(0, 1, 2, 3),
    fitTruth: Int32Array.of(0, 1, 1, 1),
    rows: Int32Array.of(4, 5, 6, 7),
    truth: Int32Array.of(0, 0, 1, 1),
  });
  const head = { name: 'one', method: 'NEAREST_NEIGHBOURS', transform: 'NONE', penalty: 1 } as const;
  const score = (plans: readonly UnitPlan[]) => evaluatePlans(features, head, plans);
  const trusted = (row: number) => row !== 7;
  const plans = [plan(0), plan(1)];
  const units = [...score(plans)];
  const mended = worthOfFixing(score, plans, units, (one) => relabelled(one, new Map([[1, 0]])), trusted);
  expect(mended?.value).toBeCloseTo(1 / 3, 12);
  const left = worthOfFixing(score, plans, units, (one) => without(one, (row) => row === 1), trusted);
  expect(left?.value).toBeCloseTo(1 / 3, 12);
  expect(
    worthOfFixing(
      score,
      plans,
      units,
      (one) => one,
      () => false,
    ),
  ).toBeNull();
});
