import { expect, test } from 'vitest';
import { drawnGroups, plansWithin } from './drawn-groups.js';

test('copies are drawn together', () => {
  // Pairs: what is drawn with one is the other.
  const drawn = drawnGroups(
    Int32Array.from({ length: 1000 }, (_, i) => 2 * Math.floor(i / 2)),
    200,
    2,
  );
  expect(drawn.size).toBe(200);
  expect([...drawn].every((row) => drawn.has(row % 2 === 0 ? row + 1 : row - 1))).toBe(true);
});

test('thousands of copies leave room for others', () => {
  const groups = Int32Array.from({ length: 9000 }, (_, i) => (i < 8000 ? 0 : i));
  const drawn = [...drawnGroups(groups, 1000, 1)];
  expect(drawn.filter((row) => row < 8000).length).toBeLessThanOrEqual(10);
  expect(drawn.length).toBeGreaterThan(990);
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
