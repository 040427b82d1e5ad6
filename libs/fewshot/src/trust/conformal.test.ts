import { expect, test } from 'vitest';
import { matrix, rowsOf } from '../heads/algebra/matrix.js';
import { softmaxOfRows } from '../heads/algebra/softmax.js';
import { fitHead } from '../heads/fit-head.js';
import type { Support } from '../heads/head.js';
import { linearLayers } from '../heads/head-layers.js';
import { ridgeHead } from '../heads/linear/ridge.js';
import { randomFrom } from '../random/random.js';
import { coverageOf, fewestFor, nonconformity, predictionSet } from './conformal.js';
import { leaveOneOutScores, supportShares } from './provenance.js';
import { leaveOneOut, type SupportRule } from './support-rule.js';
import { transferRule } from './transfer-rule.js';

test('p-values, sets and what so few examples can promise, by hand', () => {
  const calibration = matrix(4, 2, [0.9, 0.1, 0.6, 0.4, 0.3, 0.7, 0.8, 0.2]);
  const scores = nonconformity(calibration, [0, 0, 1, 1]); // 0.1, 0.4, 0.3, 0.8
  for (const [i, score] of [0.1, 0.3, 0.4, 0.8].entries()) expect(scores[i]).toBeCloseTo(score, 12);
  // Scores 0.35 and 0.65 of a new example: 2 and 1 of the four are as large.
  const { pValues, classes, noneOfThese } = predictionSet([0.65, 0.35], scores, 0.5);
  expect([...pValues]).toEqual([3 / 5, 2 / 5]);
  expect(classes).toEqual([0]);
  expect(noneOfThese).toBe(false);
  expect(predictionSet([0.1, 0.1], scores, 0.5)).toMatchObject({ classes: [], noneOfThese: true });
  expect(predictionSet([0.1, 0.1], scores, 0.9).classes, 'too few to rule anything out').toEqual([0, 1]);
  expect([coverageOf(4, 0.5), coverageOf(4, 0.9), coverageOf(99, 0.9)]).toEqual([3 / 5, 1, 0.9]);
  expect([fewestFor(0.8), fewestFor(0.9), fewestFor(0.95)]).toEqual([4, 9, 19]);
});

test('sets of exchangeable examples hold the truth as often as they say', () => {
  const random = randomFrom(3);
  const draw = () => {
    // Two classes, N(±1, 1): the probabilities are deliberately three times too sure.
    const label = random.below(2);
    const p = 1 / (1 + Math.exp(-6 * ((label === 1 ? 1 : -1) + random.normal())));
    return { label, probabilities: [1 - p, p] };
  };
  for (const coverage of [0.8, 0.9, 0.95]) {
    let [hits, asked] = [0, 0];
    for (let round = 0; round < 200; round++) {
      const own = Array.from({ length: 99 }, draw);
      const table = matrix(
        99,
        2,
        own.flatMap(({ probabilities }) => probabilities),
      );
      const scores = nonconformity(
        table,
        own.map(({ label }) => label),
      );
      for (let i = 0; i < 50; i++, asked++) {
        const { label, probabilities } = draw();
        hits += Number(predictionSet(probabilities, scores, coverage).classes.includes(label));
      }
    }
    expect(Math.abs(hits / asked - coverage), `at ${coverage}`).toBeLessThan(0.02);
  }
});

const random = randomFrom(7);
const labels = Int32Array.of(0, 0, 0, 1, 1, 2, 2, 3);
const support: Support = {
  features: matrix(
    8,
    5,
    Array.from({ length: 40 }, () => random.normal()),
  ),
  labels,
  ways: 4,
};
const query = Float64Array.from({ length: 5 }, () => random.normal());

test.each<SupportRule>([
  { kind: 'CENTROID' },
  { kind: 'COSINE', scale: 10 },
  { kind: 'RIDGE', penalty: 0.7, scale: 4 },
  { kind: 'COSINE', scale: 10, length: 'ROOT_MEAN_SQUARE' },
  { kind: 'RIDGE_WITH_INTERCEPT', penalty: 0.7 },
  { kind: 'NEIGHBOURS', neighbours: 3 },
])('leaving one example out of $kind equals doing it all again without it', (rule) => {
  const closed = leaveOneOut(rule, support);
  for (let i = 0; i < 8; i++) {
    const kept = [...labels.keys()].filter((row) => row !== i);
    const rest = {
      ...support,
      features: rowsOf(support.features, kept),
      labels: Int32Array.from(kept, (row) => labels[row]!),
    };
    const again = leaveOneOut(rule, rest).whole(query);
    const expected = i === 7 ? withoutClass(rule, rest) : again;
    for (const [k, p] of closed.without(query, i).entries()) expect(p).toBeCloseTo(expected[k] as number, 9);
  }
});

test.each([
  { method: 'CENTROID', metric: 'EUCLID' },
  { method: 'CENTROID', metric: 'COSINE' },
  { method: 'NEAREST_NEIGHBOURS', metric: 'EUCLID' },
  { method: 'RIDGE', metric: 'EUCLID' },
] as const)(
  'the rule of a transferred $method head by $metric answers as the head does, with all and without one',
  (given) => {
    const settings = { ...given, neighbours: 3, transform: 'NONE' } as const;
    const rule = transferRule(support, settings, 1)!;
    const asked = matrix(1, 5, query);
    const { values } = softmaxOfRows(fitHead(settings, support).logits(asked));
    const closed = leaveOneOut(rule, support);
    for (const [k, p] of closed.whole(query).entries()) expect(p).toBeCloseTo(values[k]!, 9);
    const kept = [1, 2, 3, 4, 5, 6, 7];
    const rest = { ...support, features: rowsOf(support.features, kept), labels: labels.slice(1) };
    // The penalty stays the one that was chosen for all examples.
    const again =
      rule.kind === 'RIDGE_WITH_INTERCEPT'
        ? linearLayers(ridgeHead(rest, rule.penalty))
        : fitHead(settings, rest);
    const left = softmaxOfRows(again.logits(asked)).values;
    for (const [k, p] of closed.without(query, 0).entries()) expect(p).toBeCloseTo(left[k]!, 9);
  },
);

/** The class that lost its only example is not there any more. */
function withoutClass(rule: SupportRule, rest: Support): Float64Array {
  const three = leaveOneOut(rule, { ...rest, ways: 3 }).whole(query);
  return Float64Array.of(...three, 0);
}

test('the nearest mean is the one worked out by hand, and shares sum to 1', () => {
  const two = { features: matrix(3, 1, [0, 2, 5]), labels: Int32Array.of(0, 0, 1), ways: 2 };
  const rule = leaveOneOut({ kind: 'CENTROID' }, two);
  // Means 1 and 5; the query 2 is at squared distances 1 and 9.
  const expected = softmaxOfRows({ rows: 1, columns: 2, values: [-1, -9] }).values;
  expect(rule.whole(Float64Array.of(2))[0]).toBeCloseTo(expected[0] as number, 12);
  const shares = supportShares(rule, 3, Float64Array.of(2));
  expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(shares.find(({ index }) => index === 2)?.without).toEqual(Float64Array.of(1, 0));
  // Without row 1 the mean is 0: squared distances 4 and 9.
  const left = softmaxOfRows({ rows: 1, columns: 2, values: [-4, -9] }).values;
  expect(rule.without(Float64Array.of(2), 1)[0]).toBeCloseTo(left[0] as number, 12);
});

test('the only example of a class is as strange as can be without it', () => {
  const scores = leaveOneOutScores({ kind: 'CENTROID' }, support);
  expect(scores).toHaveLength(8);
  expect(scores.at(-1)).toBe(1);
});
