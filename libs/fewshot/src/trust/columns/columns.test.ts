import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contributionsOf, type Walk, walkedRows, walksOf } from './contributions.js';
import { permutationImportance } from './permutation-importance.js';

const known = JSON.parse(readFileSync(new URL('fixtures/columns.json', import.meta.url), 'utf8'));

describe('permutation importance of a linear model', () => {
  const { x, labels, weights, bias, ...theirs } = known.importance;
  const width = weights[0].length;
  const number = (name: string) =>
    ({ kind: 'NUMBER', name, mean: 0, deviation: 1, flagMissing: false }) as const;
  const ours = permutationImportance(
    {
      modality: 'TABLE',
      columns: [
        number('size'),
        { kind: 'CATEGORY', name: 'colour', categories: ['red', 'green', 'blue'] },
        number('noise'),
        number('weight'),
      ],
    },
    Float32Array.from(x),
    Int32Array.from(labels),
    ({ shape, values }) =>
      Int32Array.from({ length: shape[0]! }, (_, i) => {
        const logits = (weights as number[][]).map((row, k) =>
          row.reduce((sum, weight, j) => sum + weight * values[i * width + j]!, bias[k]),
        );
        return logits.indexOf(Math.max(...logits));
      }),
    { repeats: theirs.repeats, seed: 3 },
  );

  test('the accuracy of the rows as they are is scikit-learn’s', () => {
    expect(ours.accuracy).toBeCloseTo(theirs.accuracy, 12);
  });

  test('each column loses what it loses there, to within sampling error', () => {
    for (const [i, { lost }] of ours.columns.entries()) {
      const error = theirs.deviation[i] * Math.sqrt(2 / theirs.repeats);
      expect(Math.abs(lost - theirs.lost[i])).toBeLessThan(4 * error);
    }
  });

  test('the deviation is over shuffles', () => {
    for (const [i, { deviation }] of ours.columns.entries())
      expect(deviation / theirs.deviation[i]).toBeCloseTo(1, 0);
  });
});

describe('contributions', () => {
  const { background, row, ...theirs } = known.contributions as {
    background: number[][];
    row: number[];
    usual: number;
    values: number[];
  };
  const probability = ([a, b, c, d]: readonly number[]): number =>
    1 / (1 + Math.exp(-(0.8 * a! + 1.5 * b! * c! - Math.max(d!, 0))));
  const contributions = (walks: readonly Walk[]) =>
    contributionsOf(walkedRows(row, background, walks).map(probability), walks);

  test('over all orders and all background rows are the exact Shapley values of shap', () => {
    const orders = ordersOf([0, 1, 2, 3]);
    const found = contributions(orders.flatMap((order) => background.map(() => order)));
    expect(found.usual).toBeCloseTo(theirs.usual, 12);
    for (const [i, value] of found.values.entries()) expect(value).toBeCloseTo(theirs.values[i]!, 12);
  });

  test('and the usual probability sum to the probability of the row', () => {
    const { usual, values } = contributions(walksOf(4, 12, 1));
    expect(values.reduce((sum, value) => sum + value, usual)).toBeCloseTo(probability(row), 12);
  });

  test('of few walks come near to the exact ones', () => {
    const { values } = contributions(walksOf(4, 120, 1));
    for (const [i, value] of values.entries()) expect(Math.abs(value - theirs.values[i]!)).toBeLessThan(0.03);
  });

  test('every second walk is the one before it backwards', () => {
    const [one, other] = walksOf(5, 2, 9);
    expect(other).toEqual(one!.toReversed());
  });
});

const ordersOf = (places: readonly number[]): Walk[] =>
  places.length === 0
    ? [[]]
    : places.flatMap((place) =>
        ordersOf(places.filter((other) => other !== place)).map((rest) => [place, ...rest]),
      );
