import { expect, it } from 'vitest';
import { ofFirstClass, twoClassesOf } from './two-classes.js';

const logit = (p: number) => Math.log(p / (1 - p));
const probabilities = [0.9, 0.8, 0.3, 0.6];
const labels = [1, 1, 1, 0];
const found = twoClassesOf(
  { labels, strengths: [4, 3, 2, 1] },
  probabilities.map((p) => 2 * logit(p)),
  2,
)!;

it('points count what is at or above the probability of the second class', () => {
  const counted = found.points.map((one) => [one.threshold, one.truePositives, one.falsePositives]);
  expect(counted.map(([threshold]) => Number(threshold!.toFixed(12)))).toEqual([0.9, 0.8, 0.6, 0.3]);
  expect(counted.map(([, ...counts]) => counts)).toEqual([
    [1, 0],
    [2, 0],
    [2, 1],
    [3, 1],
  ]);
});

it('the area is the share of pairs in the right order', () => {
  expect(found.areaUnderRoc).toBeCloseTo(2 / 3, 12);
});

it('average precision is told for either class', () => {
  // Second class: (1 + 1 + 3/4) / 3. The first one's only example comes second by its own probability: 1/2.
  expect(found.averagePrecision[1]).toBeCloseTo(2.75 / 3, 12);
  expect(found.averagePrecision[0]).toBeCloseTo(1 / 2, 12);
});

it('the first class is counted by its own probability', () => {
  const points = ofFirstClass(found.points, found);
  expect(points.map(({ threshold }) => Number(threshold.toFixed(12)))).toEqual([0.7, 0.4, 0.2, 0.1]);
  expect(points.map((one) => [one.truePositives, one.falsePositives])).toEqual([
    [0, 1],
    [1, 1],
    [1, 2],
    [1, 3],
  ]);
});

it('ten thousand examples make at most 300 points, a hundredth apart, up to all of them', () => {
  const margins = Array.from({ length: 10_000 }, (_, i) => Math.sin(i * 12.9898) * 3 + (i % 3 === 0 ? 1 : 0));
  const truth = { labels: margins.map((_, i) => (i % 3 === 0 ? 1 : 0)), strengths: margins };
  const { points, positives, negatives } = twoClassesOf(truth, margins, 1)!;
  expect(points.length).toBeGreaterThan(190);
  expect(points.length).toBeLessThanOrEqual(300);
  expect(points.at(-1)).toMatchObject({ truePositives: positives, falsePositives: negatives });
  const steps = points.map(
    ({ truePositives, falsePositives }) => truePositives / positives + falsePositives / negatives,
  );
  expect(Math.max(...steps.map((step, i) => step - (steps[i - 1] ?? 0)))).toBeLessThan(0.012);
});

it('at each hundredth the counts of many examples are exact, for either class', () => {
  const margins = Array.from({ length: 976 }, (_, i) => (i % 2 === 0 ? 1 : -1) * (2 + Math.sin(i)));
  const truth = { labels: margins.map((margin) => (margin > 0 ? 1 : 0)), strengths: margins };
  const { points, positives, negatives } = twoClassesOf(truth, margins, 1)!;
  const firsts = ofFirstClass(points, { positives, negatives });
  for (let hundredth = 1; hundredth < 100; hundredth++) {
    const threshold = hundredth / 100;
    const above = (sign: 1 | -1) =>
      margins.filter((margin) => 1 / (1 + Math.exp(-sign * margin)) >= threshold).length;
    const counted = (all: typeof points) => {
      const point = all.findLast((each) => each.threshold >= threshold);
      return point ? point.truePositives + point.falsePositives : 0;
    };
    expect([counted(points), counted(firsts)], `at ${threshold}`).toEqual([above(1), above(-1)]);
  }
});

it('without examples of both classes nothing is known', () => {
  expect(twoClassesOf({ labels: [1, 1], strengths: [1, 2] }, [1, 2], 1)).toBeUndefined();
});

it('examples are kept with the least sure first', () => {
  expect(found.examples.map(([strength, p, label]) => [strength, Number(p.toFixed(12)), label])).toEqual([
    [1, 0.6, 0],
    [2, 0.3, 1],
    [3, 0.8, 1],
    [4, 0.9, 1],
  ]);
});
