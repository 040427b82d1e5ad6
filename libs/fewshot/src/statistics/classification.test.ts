import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { argMax, classified } from './classification.js';
import { wilsonInterval } from './wilson.js';

const known = JSON.parse(readFileSync(new URL('fixtures/scores.json', import.meta.url), 'utf8')) as {
  truth: number[];
  predicted: number[];
  accuracy: number;
  macroF1: number;
  confusion: number[][];
  wilson: { hits: number; trials: number; low: number; high: number }[];
};

test('accuracy, macro F1 and confusion are those of scikit-learn', () => {
  const result = classified(known.truth, known.predicted, 4);
  expect(result.accuracy).toBeCloseTo(known.accuracy, 12);
  expect(result.macroF1).toBeCloseTo(known.macroF1, 12);
  expect(result.confusion).toEqual(known.confusion);
});

test("Wilson's interval is that of SciPy", () => {
  for (const { hits, trials, low, high } of known.wilson) {
    const [from, to] = wilsonInterval(hits, trials);
    expect(from).toBeCloseTo(low, 10);
    expect(to).toBeCloseTo(high, 10);
  }
});

test('of equal scores the first class wins', () => {
  expect([...argMax(Float32Array.of(1, 3, 3, 0, 0, 0), 3)]).toEqual([1, 0]);
});
