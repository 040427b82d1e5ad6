import { expect, test } from 'vitest';
import { classRows } from '../episodes/class-rows.js';
import { episodeSet } from '../episodes/episode-set.js';
import { type Matrix, matrix, rowsOf } from '../heads/algebra/matrix.js';
import { fitHead } from '../heads/fit-head.js';
import { headKinds } from '../heads/head-kinds.js';
import { randomFrom } from '../random/random.js';
import type { Candidate } from './candidate.js';
import { compareCandidates } from './comparison/compare-candidates.js';
import { evaluateFeatures } from './evaluate-features.js';
import { shotCurve } from './shot-curve.js';
import { softmaxRows } from './units/probabilities.js';
import { unitPlans } from './units/protocol.js';
import { unitScores } from './units/unit-scores.js';

const CLASSES = 4;
const labels = Int32Array.from({ length: 80 }, (_, i) => i % CLASSES);

/** [80, dim], class means 0.8 N(0, 1) apart. */
function mixture(dim: number, seed = 1): Matrix {
  const random = randomFrom(seed);
  const means = Float64Array.from({ length: CLASSES * dim }, () => 0.8 * random.normal());
  const values = Float64Array.from({ length: 80 * dim }, (_, i) => {
    const [row, column] = [Math.floor(i / dim), i % dim];
    return (means[(labels[row] as number) * dim + column] as number) + random.normal();
  });
  return matrix(80, dim, values);
}

const set = episodeSet(classRows(labels, ['a', 'b', 'c', 'd']), {
  ways: 3,
  shots: 2,
  queries: 5,
  count: 12,
  seed: 1,
  scope: 'ALL',
});
const methods = headKinds.map(({ name }) => name).filter((name) => !/FOREST|TREES|ENSEMBLE/.test(name));

test.each(methods)('%s by inner products alone is what it is by features', (method) => {
  const features = mixture(64);
  for (const transform of ['NONE', 'L2N', 'CL2N', 'WHITENED'] as const) {
    const candidate: Candidate = { name: method, method, transform };
    const units = [...evaluateFeatures(features, labels, CLASSES, candidate, { kind: 'EPISODES', set })];
    const plans = unitPlans({ kind: 'EPISODES', set }, labels, CLASSES);
    for (const [i, plan] of plans.entries()) {
      const support = { features: rowsOf(features, plan.fitRows), labels: plan.fitTruth, ways: 3 };
      const fitted = fitHead(candidate, support);
      const wanted = softmaxRows(fitted.logits(rowsOf(features, plan.rows)));
      // Single precision of the inner products; fits end within 1e-4 of their tolerance.
      for (const [at, p] of units[i]!.probabilities.entries())
        expect(Math.abs(p - wanted[at]!)).toBeLessThan(5e-3);
    }
  }
});

test('what is fitted does not see what is scored', () => {
  const features = mixture(8);
  const candidate: Candidate = { name: 'r', method: 'RIDGE', transform: 'STANDARDISED' };
  const protocol = { kind: 'FOLDS', folds: 4, seed: 1 } as const;
  const [first] = [...evaluateFeatures(features, labels, CLASSES, candidate, protocol)];
  const other = Int32Array.from(labels, (label, row) =>
    first!.rows.includes(row) ? (label + 1) % CLASSES : label,
  );
  const [plan] = unitPlans(protocol, labels, CLASSES);
  const fitted = fitHead(candidate, {
    features: rowsOf(features, plan!.fitRows),
    labels: plan!.fitRows.map((row) => other[row] as number),
    ways: CLASSES,
  });
  expect(softmaxRows(fitted.logits(rowsOf(features, plan!.rows)))).toEqual(first!.probabilities);
});

test('more shots are better, and a candidate that guesses is behind', () => {
  const features = mixture(16);
  const centroid: Candidate = { name: 'centroid', method: 'CENTROID', transform: 'NONE' };
  const draws = { kind: 'DRAWS', shots: [1, 5, 10], draws: 8, seed: 3 } as const;
  const curve = shotCurve([...evaluateFeatures(features, labels, CLASSES, centroid, draws)]);
  expect(curve.map(({ shots }) => shots)).toEqual([1, 5, 10]);
  expect(curve[2]!.report.accuracy.value).toBeGreaterThan(curve[0]!.report.accuracy.value);

  const units = [...evaluateFeatures(features, labels, CLASSES, centroid, { kind: 'EPISODES', set })];
  const guesses = units.map((unit) => ({ ...unit, probabilities: unit.probabilities.map(() => 1 / 3) }));
  const { standings, pairs } = compareCandidates(
    [
      { name: 'guess', units: guesses },
      { name: 'centroid', units },
    ],
    'EPISODES',
  );
  expect(standings.map(({ name, tiedWithBest }) => [name, tiedWithBest])).toEqual([
    ['centroid', true],
    ['guess', false],
  ]);
  expect(pairs[0]!.difference.value).toBeCloseTo(
    units.reduce((sum, unit) => sum + unitScores(unit).accuracy, 0) / units.length - 1 / 3,
    12,
  );
  expect(pairs[0]!.moreToDecide).toBe(0);
  expect(() =>
    compareCandidates(
      [
        { name: 'a', units },
        { name: 'b', units: units.slice(1) },
      ],
      'EPISODES',
    ),
  ).toThrow(/same units/);
});
