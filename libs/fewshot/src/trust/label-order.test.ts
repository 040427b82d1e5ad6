import { describe, expect, test } from 'vitest';
import { matrix } from '../heads/algebra/matrix.js';
import { labelOrder } from './label-order.js';
import { labelSpace } from './label-space.js';

/** Unit vectors of the plane at these angles in degrees. */
const plane = (...angles: number[]) =>
  matrix(
    angles.length,
    2,
    angles.flatMap((angle) => [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]),
  );
const none = { rows: [], labels: [] };
const ordered = (angles: number[], recent: number[] = [], count = 3) =>
  labelOrder(
    { features: plane(0, 90, ...angles), sharpness: 16 },
    { rows: [0, 1], labels: [0, 1] },
    none,
    angles.map((_, i) => i + 2),
    {
      classes: 2,
      recent,
      count,
    },
  ).next.map(({ row }) => angles[row - 2]);

describe('which example to label next', () => {
  test('the one between the classes comes first', () => {
    expect(ordered([5, 45, 80], [], 1)).toEqual([45]);
  });

  test('a near copy of what was labelled just now waits', () => {
    // 45 degrees was labelled just now; 46 is as uncertain as 40, but says nothing new.
    expect(ordered([45, 46, 30], [2], 3).at(-1)).toBe(45);
    expect(ordered([46, 30], [], 2)[0]).toBe(46);
  });

  test('the head is right on held-out rows that lie by their class', () => {
    const features = { features: plane(0, 90, 10, 80, 60), sharpness: 16 };
    const { accuracy } = labelOrder(
      features,
      { rows: [0, 1], labels: [0, 1] },
      { rows: [2, 3, 4], labels: [0, 1, 0] },
      [],
      { classes: 2, recent: [], count: 1 },
    );
    expect(accuracy).toBeCloseTo(2 / 3);
  });

  const started = (labels: number[]) =>
    labelOrder(
      { features: plane(0, 5, 90, 180), sharpness: 16 },
      { rows: labels.map((_, i) => i), labels },
      none,
      [0, 1, 2, 3].slice(labels.length),
      { classes: new Set(labels).size, recent: labels.map((_, i) => i), count: 1 },
    );

  test('while no example has a label, nothing is sure', () => {
    expect(started([])).toMatchObject({ certainty: 0, next: [{ row: 0 }] });
  });

  test('while one class alone is known, what is least like it comes first', () => {
    expect(started([0])).toMatchObject({ certainty: 0, next: [{ row: 3 }] });
  });

  test('few features are whitened by the covariance within classes', () => {
    // Both classes vary ten times as much along the first column; they differ along the second.
    const features = matrix(8, 2, [-10, 1, 10, 1, 0, 2, 0, 0, -10, 11, 10, 11, 0, 12, 0, 10]);
    const fit = { rows: [0, 1, 2, 3, 4, 5, 6, 7], labels: [0, 0, 0, 0, 1, 1, 1, 1] };
    const { values } = labelSpace(features, fit).features;
    const spread = (column: number) => Math.abs((values[column] as number) - (values[2 + column] as number));
    expect(spread(0), 'along the first column').toBeLessThan(4);
    expect(Math.abs((values[1] as number) - (values[9] as number)), 'between the classes').toBeGreaterThan(5);
  });

  test('many features are centred, of length 1', () => {
    const { values } = labelSpace(matrix(2, 2, [3, 5, 1, 5]), none).features;
    expect([...values]).toEqual([1, 0, -1, 0]);
  });
});
