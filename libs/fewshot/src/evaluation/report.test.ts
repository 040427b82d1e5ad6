import { expect, test } from 'vitest';
import known from '../statistics/fixtures/tests.json' with { type: 'json' };
import { wilsonInterval } from '../statistics/wilson.js';
import { report } from './report.js';
import type { Unit } from './units/unit.js';

const { metrics } = known;
const near = (found: number, wanted: number, tolerance = 1e-9) =>
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(tolerance);

const unit = (from: number, to: number, index = 0): Unit => ({
  index,
  rows: Int32Array.from({ length: to - from }, (_, i) => from + i),
  truth: Int32Array.from(metrics.truth.slice(from, to)),
  probabilities: Float32Array.from(metrics.probabilities.slice(4 * from, 4 * to)),
  classes: Int32Array.of(0, 1, 2, 3),
  fitted: 40,
  seed: 1,
  trainSeconds: 1,
  predictSeconds: 2,
});

test('the figures of one split are those of scikit-learn', () => {
  const found = report([unit(0, 60)], 'SPLIT');
  for (const name of ['accuracy', 'balancedAccuracy', 'macroF1', 'brier', 'calibrationError'] as const)
    near(found[name].value, metrics[name], name === 'brier' ? 1e-7 : 1e-9);
  // Single-precision probabilities sum to 1 up to 1e-7; scikit-learn's were divided by their sum.
  near(found.logLoss.value, metrics.logLoss, 1e-7);
  for (const [k, one] of found.classes.entries()) {
    near(one.precision.value, metrics.precision[k]!);
    if (metrics.recall[k] === null) expect(one.recall.value).toBeNaN();
    else near(one.recall.value, metrics.recall[k]!);
    near(one.f1.value, metrics.f1[k]!);
  }
  const cells = metrics.confusion.map((row) => [...row]);
  for (const { truth, predicted, count, rows } of found.confusion) {
    expect(cells[truth]![predicted]).toBe(count);
    expect(rows).toHaveLength(count);
  }
  expect(found.confusion.reduce((sum, { count }) => sum + count, 0)).toBe(60);
  expect(found.accuracy).toMatchObject({ method: 'WILSON', of: 'EXAMPLES' });
  expect(found.brier).toMatchObject({ method: 'BOOTSTRAP', of: 'EXAMPLES' });
  for (const { value, low, high } of [found.brier, found.macroF1, found.calibrationError]) {
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
  }
  expect(found.reliability.reduce((sum, { count }) => sum + count, 0)).toBe(60);
});

test('folds that agree by chance have no narrower interval than their examples', () => {
  const third = unit(0, 20);
  const thirds = [0, 1, 2].map((index) => ({
    ...third,
    index,
    rows: third.rows.map((row) => row + 20 * index),
  }));
  const { value, low, high } = report(thirds, 'FOLDS').accuracy;
  expect([low, high]).toEqual(wilsonInterval(60 * value, 60));
});

test('folds are averaged with the correction for overlap, episodes without', () => {
  const halves = [unit(0, 30), unit(30, 60, 1)];
  const [folds, episodes] = [report(halves, 'FOLDS'), report(halves, 'EPISODES')];
  expect(folds.accuracy.value).toBeCloseTo(metrics.accuracy, 12);
  expect(folds.accuracy.method).toBe('NADEAU_BENGIO');
  expect(episodes.accuracy).toMatchObject({ method: 'STUDENT', of: 'EPISODES' });
  expect(folds.trainSeconds).toBe(2);
  expect(folds.examples).toBe(60);
});

test('the same units give the same report', () => {
  expect(report([unit(0, 60)], 'SPLIT')).toEqual(report([unit(0, 60)], 'SPLIT'));
});

test('without units there is nothing to report', () => {
  expect(() => report([], 'SPLIT')).toThrow(/no unit was scored/);
});
