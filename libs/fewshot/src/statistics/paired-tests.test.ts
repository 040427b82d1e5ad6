import { expect, test } from 'vitest';
import { bcaInterval } from './bootstrap.js';
import { rangePoint, studentPoint } from './distributions.js';
import { meanFigure } from './figure.js';
import known from './fixtures/tests.json' with { type: 'json' };
import { criticalDifference } from './friedman.js';
import { holm, mcNemar, pairedT, permutation, wilcoxon } from './paired-tests.js';
import { alwaysValidHalfWidth } from './sequential.js';

const near = (found: number, wanted: number) =>
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));

test('quantiles are those of SciPy', () => {
  for (const { p, df, t } of known.points) near(studentPoint(p, df), t);
  for (const { groups, q } of known.ranges) near(rangePoint(0.95, groups), q);
});

test('paired tests and intervals are those of SciPy', () => {
  for (const one of known.paired) {
    near(pairedT(one.d).t, one.t);
    near(pairedT(one.d).p, one.p);
    near(pairedT(one.d, one.overlap).p, one.correctedP);
    const { low, high } = meanFigure(one.d, 'EPISODES');
    near(low, one.low);
    near(high, one.high);
    near(wilcoxon(one.d).w, one.w);
    near(wilcoxon(one.d).p, one.wilcoxonP);
    if (one.permutationP !== null) near(permutation(one.d, 1).p, one.permutationP);
  }
});

test('a sampled permutation test agrees with the t test of many differences', () => {
  const [, , some] = known.paired;
  // 9,999 flips: a standard error of 0.002 at most at this p.
  expect(Math.abs(permutation(some!.d, 3).p - some!.p)).toBeLessThan(0.008);
});

test('where nothing differs no test says so', () => {
  expect(pairedT([0, 0, 0]).p).toBe(1);
  expect(wilcoxon([0, 0]).p).toBe(1);
  expect(permutation([0, 0], 1).p).toBe(1);
  expect(mcNemar(0, 0).p).toBe(1);
});

test("McNemar's and Holm's values are those of statsmodels", () => {
  for (const { b, c, p } of known.mcNemar) near(mcNemar(b, c).p, p);
  for (const [i, p] of holm(known.holm.p).entries()) near(p, known.holm.adjusted[i]!);
});

test("Friedman's test and Nemenyi's difference are those of SciPy; groups are runs of mean ranks", () => {
  const { scores, chiSquare, p, f, fP, difference } = known.friedman;
  const found = criticalDifference(scores);
  near(found.chiSquare, chiSquare);
  near(found.p, p);
  near(found.imanDavenport.f, f);
  near(found.imanDavenport.p, fP);
  near(found.difference, difference);
  // Ranks 1, 2 and 3 on each of 20 data sets; the difference is 0.74, so none are together; on 5 it is 1.48: neighbours are.
  const ordered = (n: number) => Array.from({ length: n }, () => [0.7, 0.9, 0.8]);
  expect(criticalDifference(ordered(20)).groups).toEqual([]);
  expect(criticalDifference(ordered(5)).groups).toEqual([
    [1, 2],
    [2, 0],
  ]);
});

test("bootstrap intervals from given draws are those of SciPy's BCa", () => {
  const { value, draws, leftOut, low, high } = known.bootstrap;
  const found = bcaInterval(value, draws, leftOut);
  near(found.low, low);
  near(found.high, high);
});

test('the confidence sequence ends where the Bayes factor, integrated numerically, reaches 1/alpha', () => {
  for (const { n, alpha, g, t } of known.alwaysValid) {
    // Values 1 and −1 in turn: s² = n/(n − 1).
    const values = Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 1 : -1));
    const error = Math.sqrt(1 / (n - 1));
    expect(alwaysValidHalfWidth(values, alpha, g) / error).toBeCloseTo(t, 6);
  }
});
