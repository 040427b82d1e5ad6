import { expect, test } from 'vitest';
import { drawnGroups, plansWithin } from './drawn-groups.js';

test('copies are drawn together', () => {
  const drawn = drawnGroups(Int32Array.of(0, 1, 0, 3, 0, 5), 1, 2);
  expect([[0, 2, 4], [1], [3], [5]]).toContainEqual([...drawn].sort());
});

test('as many are drawn as are wanted', () => {
  expect(
    drawnGroups(
      Int32Array.from({ length: 50 }, (_, i) => i),
      20,
      1,
    ).size,
  ).toBe(20);
});

test('a plan keeps what it fits on and scores of what was drawn, each with its class', () => {
  const plan = {
    index: 0,
    seed: 1,
    classes: Int32Array.of(0, 1),
    fitRows: Int32Array.of(4, 2, 0),
    fitTruth: Int32Array.of(1, 0, 1),
    rows: Int32Array.of(1, 3),
    truth: Int32Array.of(0, 1),
  };
  expect(plansWithin([plan], new Set([0, 3, 4]))).toMatchObject([
    {
      fitRows: Int32Array.of(4, 0),
      fitTruth: Int32Array.of(1, 1),
      rows: Int32Array.of(3),
      truth: Int32Array.of(1),
    },
  ]);
});
