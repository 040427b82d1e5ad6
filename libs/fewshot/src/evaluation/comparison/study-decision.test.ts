import { expect, test } from 'vitest';
import { randomFrom } from '../../random/random.js';
import { meanFigure } from '../../statistics/figure.js';
import { alwaysValidHalfWidth, alwaysValidP, unitsToTell } from '../../statistics/sequential.js';
import { standardError } from '../../statistics/standard-error.js';
import type { Unit } from '../units/unit.js';
import { compareCandidates } from './compare-candidates.js';
import { LEAST_TO_STOP, studyDecision } from './study-decision.js';

const rule = { errorRate: 0.05, margin: 0.01 };
const STUDIES = 1000;
/** Of 1,000 studies at 5 %: 50 + 1.96 √(1000 · 0.05 · 0.95) at most, as the binomial has it. */
const MOST = 63;

/** Accuracies of `queries` queries an episode, of methods that are right this often where episodes are of mean ease. */
function study(seed: number, episodes: number, queries: number, rates: readonly number[]) {
  const random = randomFrom(seed);
  const values = rates.map(() => new Float64Array(episodes));
  for (let i = 0; i < episodes; i++) {
    const ease = 0.1 * Math.max(-2, Math.min(2, random.normal()));
    for (const [k, rate] of rates.entries()) {
      let hits = 0;
      for (let q = 0; q < queries; q++) if (random.uniform() < rate + ease) hits++;
      (values[k] as Float64Array)[i] = hits / queries;
    }
  }
  return values.map((own, k) => ({ name: String(k), values: own }));
}

test('a study stops at the first unit where its confidence sequences have decided, whatever comes after', () => {
  const sides = study(3, 600, 75, [0.7, 0.62, 0.6]);
  const found = studyDecision(sides, rule);
  const decidedAt = (n: number): boolean => {
    const cut = sides.map(({ values }) => values.slice(0, n) as Float64Array);
    const order = [...cut].sort((a, b) => standardError(b).mean - standardError(a).mean);
    return order.slice(1).every((other) => {
      const differences = (order[0] as Float64Array).map((value, i) => value - (other[i] as number));
      const half = alwaysValidHalfWidth(differences, 0.05 / 3);
      const { mean } = standardError(differences);
      return mean - half > 0 || mean + half <= 0.01;
    });
  };
  let first = LEAST_TO_STOP;
  while (!decidedAt(first)) first++;
  expect(found).toEqual({
    after: first,
    leader: '0',
    decided: true,
    behind: ['1', '2'],
    within: [],
    open: [],
  });
  const longer = sides.map((side) => ({ ...side, values: [...side.values.slice(0, first), 0, 1, 0, 1] }));
  expect(studyDecision(longer, rule)).toEqual(found);
  const ahead = sides.map(({ name, values }, k) => ({
    name,
    values: values.slice(0, first - (k === 0 ? 0 : 1)),
  }));
  const before = studyDecision(ahead, rule);
  expect(before, 'what only some have does not count').toMatchObject({ after: first - 1, decided: false });
});

test('twins are tied once a difference is known to be rare, and nothing is said of a handful', () => {
  const twins = (n: number) => ['a', 'b'].map((name) => ({ name, values: new Float64Array(n).fill(0.8) }));
  // (1 − 0.05)ⁿ ≤ 0.05 from n = ln 0.05 / ln 0.95 = 58.4 on.
  const found = studyDecision(twins(200), { errorRate: 0.05, margin: 0.05 });
  expect(found).toMatchObject({ after: 59, leader: 'a', decided: true, within: ['b'] });
  const few = ['a', 'b'].map((name, k) => ({ name, values: [1 - k, 1 - k, 0.9 - k] }));
  expect(studyDecision(few, rule)).toMatchObject({ after: 3, decided: false, open: ['b'] });
  expect(() => studyDecision(twins(9).slice(1), rule)).toThrow('two candidates');
});

test('of three equal methods, one study in twenty at most calls one behind, also with five queries', () => {
  let wrong = 0;
  for (let seed = 0; seed < STUDIES; seed++)
    if (studyDecision(study(seed, 300, 5, [0.7, 0.7, 0.7]), rule).behind.length > 0) wrong++;
  expect(wrong).toBeLessThanOrEqual(MOST);
});

test('a method that is worse by a little more than the margin is called tied in one study of twenty at most', () => {
  let [wrong, right] = [0, 0];
  for (let seed = 0; seed < STUDIES; seed++) {
    const random = randomFrom(seed);
    const values = Float64Array.from({ length: 1500 }, () => 0.021 + 0.05 * random.normal());
    const sides = [
      { name: 'better', values },
      { name: 'worse', values: new Float64Array(1500) },
    ];
    const { within, behind } = studyDecision(sides, { errorRate: 0.05, margin: 0.02 });
    wrong += within.length;
    right += behind.length;
  }
  expect(wrong).toBeLessThanOrEqual(MOST);
  expect(right).toBeGreaterThan(0.9 * STUDIES);
});

test('where a study stopped, always-valid intervals still cover 95 %', () => {
  let covered = 0;
  for (let seed = 0; seed < STUDIES; seed++) {
    const sides = study(seed, 400, 15, [0.7, 0.63]);
    const { after } = studyDecision(sides, rule);
    const { low, high, method } = meanFigure(sides[0]!.values.slice(0, after), 'EPISODES', { anytime: true });
    expect(method).toBe('ALWAYS_VALID');
    // Clipping the ease leaves its mean where it is.
    if (low <= 0.7 && high >= 0.7) covered++;
  }
  expect(covered / STUDIES).toBeGreaterThanOrEqual(0.95);
});

test('the p value is where the sequence ends at 0, and the units that are needed end it there', () => {
  const differences = [0.1, -0.05, 0.2, 0.1, 0.12, -0.02, 0.07, 0.11];
  const { mean, deviation } = standardError(differences);
  expect(alwaysValidHalfWidth(differences, alwaysValidP(differences))).toBeCloseTo(mean, 12);
  expect(alwaysValidP([0.2, 0.2])).toBeLessThan(1);
  expect(alwaysValidP([0.1, -0.1])).toBe(1);
  const needed = unitsToTell(mean, deviation, 0.01)!;
  const told = (n: number) => {
    const half = deviation * alwaysValidHalfWidth(standard(n), 0.01);
    return half + (0.8416212335729143 * deviation) / Math.sqrt(n) <= mean;
  };
  expect([told(needed - 1), told(needed)]).toEqual([false, true]);
  expect(unitsToTell(0, 1, 0.05)).toBeNull();
});

/** n values of mean 0 and standard deviation 1; n even. */
function standard(n: number): number[] {
  const size = Math.sqrt((n - 1) / (n - (n % 2)));
  return Array.from({ length: n }, (_, i) => (i === n - 1 && n % 2 === 1 ? 0 : i % 2 === 0 ? size : -size));
}

test('a comparison of what stopped early decides by the always-valid test and says so', () => {
  const contenders = study(3, 60, 10, [0.8, 0.5]).map(({ name, values }) => ({
    name,
    units: [...values].map((value, index) => unit(index, Math.round(value * 10))),
  }));
  const { pairs, standings } = compareCandidates(contenders, 'EPISODES', { errorRate: 0.05 });
  const { by, p, tests, decided, difference, moreToDecide } = pairs[0]!;
  expect([by, decided, difference.method, moreToDecide]).toEqual(['alwaysValid', true, 'ALWAYS_VALID', 0]);
  expect(p).toBe(tests.alwaysValid?.p);
  expect(p).toBeGreaterThan(tests.t.p);
  expect(standings.map(({ figure }) => figure.method)).toEqual(['ALWAYS_VALID', 'ALWAYS_VALID']);
  expect(compareCandidates(contenders, 'EPISODES').pairs[0]).toMatchObject({ by: 't' });
});

/** Ten queries of two classes of which the first so many are right. */
function unit(index: number, right: number): Unit {
  const truth = Int32Array.from({ length: 10 }, (_, i) => i % 2);
  const probabilities = [...truth].flatMap((k, i) =>
    (i < right ? k === 0 : k === 1) ? [0.9, 0.1] : [0.1, 0.9],
  );
  return {
    index,
    rows: Int32Array.from({ length: 10 }, (_, i) => i),
    classes: Int32Array.of(0, 1),
    truth,
    probabilities: Float32Array.from(probabilities),
    fitted: 2,
    seed: index,
    trainSeconds: 0,
    predictSeconds: 0,
  };
}
