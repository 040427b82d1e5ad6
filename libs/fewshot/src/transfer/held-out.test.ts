import { expect, test } from 'vitest';
import { matrix } from '../heads/algebra/matrix.js';
import { judged, lead } from './held-out.js';

test('the loss that heads are chosen by counts a sure mistake in full, at the temperature that suits it', () => {
  const margins = Array.from({ length: 600 }, (_, i) => (i % 10 === 9 ? -9 : 5 + (i % 7)));
  const logits = matrix(margins.length, 2, Float64Array.from(margins.flatMap((margin) => [margin, 0])));
  const lossAt = (temperature: number): number =>
    margins.reduce((sum, margin) => sum + Math.log1p(Math.exp(-margin / temperature)), 0) / margins.length;
  const smallest = Math.min(...Array.from({ length: 4000 }, (_, i) => lossAt(Math.exp(i / 400 - 5))));
  expect(judged(logits, new Int32Array(margins.length)).loss).toBeCloseTo(smallest, 5);
});

test('one leads another by what it alone finds, in standard errors', () => {
  const scoring = (hits: readonly number[]) =>
    judged(
      matrix(hits.length, 2, Float64Array.from(hits.flatMap((hit) => [hit, 0.5]))),
      new Int32Array(hits.length),
    );
  const [good, bad] = [scoring([1, 1, 1, 1, 1, 0]), scoring([0, 0, 0, 0, 1, 1])];
  expect(lead(good, bad)).toBeCloseTo(3 / Math.sqrt(5), 12);
  expect(lead(bad, good)).toBeCloseTo(-3 / Math.sqrt(5), 12);
  expect(lead(good, good)).toBe(0);
});
