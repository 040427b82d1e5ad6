import { expect, test } from 'vitest';
import { classRows } from '../../episodes/class-rows.js';
import { episodeSet } from '../../episodes/episode-set.js';
import { foldOf } from './folds.js';
import { unitPlans } from './protocol.js';

const labels = Int32Array.from({ length: 50 }, (_, i) => (i < 30 ? 0 : i < 45 ? 1 : 2));
const sorted = (rows: Int32Array) => [...rows].sort((a, b) => a - b);

test('folds are stratified, score each example once and fit on the others', () => {
  const plans = unitPlans({ kind: 'FOLDS', folds: 5, seed: 3 }, labels, 3);
  expect(sorted(Int32Array.from(plans.flatMap(({ rows }) => [...rows])))).toEqual([...labels.keys()]);
  for (const { rows, truth, fitRows, fitTruth } of plans) {
    expect([0, 1, 2].map((k) => truth.filter((t) => t === k).length)).toEqual([6, 3, 1]);
    expect(sorted(Int32Array.of(...rows, ...fitRows))).toEqual([...labels.keys()]);
    expect([...fitTruth]).toEqual([...fitRows].map((row) => labels[row]));
  }
});

test('repeats have other folds, the first those of a single run', () => {
  const once = unitPlans({ kind: 'FOLDS', folds: 5, seed: 3 }, labels, 3);
  const twice = unitPlans({ kind: 'FOLDS', folds: 5, repeats: 2, seed: 3 }, labels, 3);
  expect(twice.slice(0, 5)).toEqual(once);
  expect(twice[5]!.rows).not.toEqual(once[0]!.rows);
  expect(twice.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('a group is never on both sides of a fold', () => {
  const groups = [...labels.keys()].map((row) => `drawer ${row % 10}`);
  const fold = foldOf(labels, 3, 1, groups);
  for (const [row, own] of fold.entries()) expect(own).toBe(fold[row % 10]);
  expect(new Set(fold).size).toBe(3);
  expect(() => foldOf(labels, 11, 1, groups)).toThrow(/10 groups/);
});

test('leaving one out scores each example by a fit on all others', () => {
  const plans = unitPlans({ kind: 'LEAVE_ONE_OUT' }, labels, 3);
  expect(plans).toHaveLength(50);
  expect([...plans[7]!.rows]).toEqual([7]);
  expect(plans[7]!.fitRows).not.toContain(7);
  expect(plans[7]!.fitRows).toHaveLength(49);
});

test('supports of a draw are nested and score the same examples', () => {
  const plans = unitPlans({ kind: 'DRAWS', shots: [4, 1, 2], draws: 2, seed: 5 }, labels, 3);
  expect(plans.map(({ shots }) => shots)).toEqual([1, 2, 4, 1, 2, 4]);
  const [one, two, four] = plans;
  for (const row of one!.fitRows) expect(two!.fitRows).toContain(row);
  for (const row of two!.fitRows) expect(four!.fitRows).toContain(row);
  expect(one!.rows).toEqual(four!.rows);
  expect(four!.rows.filter((row) => four!.fitRows.includes(row))).toHaveLength(0);
  expect(four!.rows).toHaveLength(50 - 12);
  const held = Int32Array.of(0, 30, 45);
  for (const plan of unitPlans({ kind: 'DRAWS', shots: [4], draws: 3, seed: 5, score: held }, labels, 3))
    expect(plan.fitRows.some((row) => held.includes(row))).toBe(false);
  expect(() => unitPlans({ kind: 'DRAWS', shots: [5], draws: 1, seed: 1 }, labels, 3)).toThrow(
    /smallest class has 5 examples/,
  );
});

test('ways of an episode are its columns', () => {
  const set = episodeSet(classRows(labels, ['a', 'b', 'c']), {
    ways: 2,
    shots: 1,
    queries: 2,
    count: 3,
    seed: 1,
    scope: 'ALL',
  });
  for (const { classes, rows, truth } of unitPlans({ kind: 'EPISODES', set }, labels, 3))
    expect([...rows].map((row) => labels[row])).toEqual([...truth].map((way) => classes[way]));
});
