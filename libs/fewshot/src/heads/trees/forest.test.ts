import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../random/random.js';
import { argMax } from '../../statistics/classification.js';
import { matrix } from '../algebra/matrix.js';
import type { Support } from '../head.js';
import { type ForestKind, forest } from './forest.js';
import { ranksWithin } from './ranks.js';
import { tableEnsemble } from './table-ensemble.js';

/** Class 1 where the signs of two columns differ, which no line can tell; two more columns are noise. */
function signs(count: number, seed: number): Support {
  const random = randomFrom(seed);
  const features = matrix(
    count,
    4,
    Array.from({ length: 4 * count }, () => 2 * random.uniform() - 1),
  );
  const at = (i: number, j: number) => features.values[4 * i + j] as number;
  const labels = Int32Array.from({ length: count }, (_, i) => Number(at(i, 0) * at(i, 1) < 0));
  return { features, labels, ways: 2 };
}

const accuracy = (scores: { values: Float64Array }, { labels, ways }: Support): number => {
  const predicted = argMax(Float32Array.from(scores.values), ways);
  return labels.filter((k, i) => k === predicted[i]).length / labels.length;
};

describe('forest', () => {
  it('of one split puts the threshold half-way', () => {
    const support = { features: matrix(4, 1, [0, 1, 3, 4]), labels: Int32Array.of(0, 0, 1, 1), ways: 2 };
    // A bootstrap sample may lack a value, so thresholds lie between 0.5 and 3.5 at the widest.
    const scores = forest(support, 'RANDOM', 1).scores(matrix(2, 1, [0.4, 3.6]));
    expect(scores.values[0]! + scores.values[1]!).toBeCloseTo(1, 12);
    expect(scores.values[0]!).toBeGreaterThan(0.9);
    expect(scores.values[3]!).toBeGreaterThan(0.9);
  });

  it.each(['RANDOM', 'EXTRA'] as const)('%s learns what no line can', (kind: ForestKind) => {
    const [train, test] = [signs(200, 1), signs(400, 2)];
    expect(accuracy(forest(train, kind, 3).scores(test.features), test)).toBeGreaterThan(0.88);
    expect(accuracy(forest(train, kind, 3).scores(train.features), train)).toBeGreaterThan(0.98);
  });

  it('gives the same scores for the same seed, and others for another', () => {
    const [train, test] = [signs(30, 1), signs(50, 2)];
    const scores = (seed: number) => [
      ...forest(train, 'EXTRA', seed, { trees: 10 }).scores(test.features).values,
    ];
    expect(scores(5)).toEqual(scores(5));
    expect(scores(5)).not.toEqual(scores(6));
  });

  it('finds the one column of many that matters where it tries them all', () => {
    const random = randomFrom(4);
    const labels = Int32Array.from({ length: 40 }, (_, i) => i % 2);
    const noise = (rows: number) => Array.from({ length: rows * 20 }, () => random.uniform());
    const inSeventh = (values: number[], truth: Int32Array) =>
      matrix(
        truth.length,
        20,
        values.map((value, at) => (at % 20 === 7 ? truth[Math.floor(at / 20)]! : value)),
      );
    const train = { features: inSeventh(noise(40), labels), labels, ways: 2 };
    const query = inSeventh(noise(1), Int32Array.of(1));
    const share = (tried: number) =>
      forest(train, 'RANDOM', 1, { trees: 20, tried }).scores(query).values[1]!;
    expect(share(20)).toBeCloseTo(1, 12);
    expect(share(1)).toBeLessThan(0.9);
  });

  it('gives shares of a half where examples of two classes are the same', () => {
    const support = { features: matrix(3, 1, [7, 7, 7]), labels: Int32Array.of(0, 0, 1), ways: 2 };
    expect([...forest(support, 'EXTRA', 1, { trees: 3 }).scores(matrix(1, 1, [7])).values]).toEqual([
      0.5, 0.5,
    ]);
  });
});

describe('ranksWithin', () => {
  it('are shares of the fitted rows below, ties counting half', () => {
    const { of: ranks } = ranksWithin(matrix(4, 1, [1, 2, 2, 100]));
    // Shares 0, 1/8, 1/2, 7/8 and 1, less a half, times three.
    expect([...ranks(matrix(5, 1, [0, 1, 2, 100, 1e9])).values]).toEqual([-1.5, -1.125, 0, 1.125, 1.5]);
  });
});

describe('tableEnsemble', () => {
  it('learns both a line and what no line can', () => {
    const [train, test] = [signs(120, 1), signs(400, 2)];
    const { values } = tableEnsemble(train, 1).scores(test.features);
    expect(accuracy({ values }, test)).toBeGreaterThan(0.8);
    expect(values[0]! + values[1]!).toBeCloseTo(1, 12);
    const line = (s: Support) => ({
      ...s,
      labels: s.labels.map((_, i) => Number(s.features.values[4 * i]! > 0.3)),
    });
    expect(accuracy(tableEnsemble(line(train), 1).scores(test.features), line(test))).toBeGreaterThan(0.93);
  });

  it('leaves out what held-out examples speak against', () => {
    const train = signs(120, 1);
    const line = {
      ...train,
      labels: train.labels.map((_, i) => Number(train.features.values[4 * i]! > 0.3)),
    };
    const weights = (of: Support) =>
      Object.fromEntries(tableEnsemble(of, 1).weighed.map(({ member, weight }) => [member.name, weight]));
    // The sign of a product: trees can see it, lines cannot.
    const { line: l = 0, ridge = 0, discriminant = 0 } = weights(train);
    expect(l + ridge + discriminant).toBeLessThan(0.05);
    const { ranked = 0, random = 0, extra = 0 } = weights(line);
    expect(ranked + random + extra).toBeLessThan(0.5);
  });

  it('weighs all the same where nothing can be held out', () => {
    const { weighed } = tableEnsemble(
      { features: matrix(2, 2, [0, 0, 1, 0]), labels: Int32Array.of(0, 1), ways: 2 },
      1,
    );
    expect(weighed.map(({ weight }) => weight)).toEqual(Array(6).fill(1 / 6));
  });
});
