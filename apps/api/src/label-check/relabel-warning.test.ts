import type { Figure } from '@kshot/fewshot';
import { expect, test } from 'vitest';
import { relabelWarning } from './relabel-warning.js';

const figure = (value: number, low: number, high: number): Figure => ({
  ...{ value, low, high },
  ...{ method: 'NADEAU_BENGIO', of: 'FOLDS' },
});

test('relabelling that is expected to cost accuracy is warned of', () => {
  expect(relabelWarning(figure(-0.039, -0.267, 0.188))).toBe(
    'Relabelling is expected to cost accuracy: −3.9 points, 95 % interval −26.7 points to 18.8 points.',
  );
});

test('relabelling that may cost accuracy is warned of', () => {
  expect(relabelWarning(figure(0.01, -0.02, 0.04))).toMatch(/^Relabelling may cost accuracy: 1.0 points/);
});

test('relabelling that gains accuracy needs no warning', () => {
  expect(relabelWarning(figure(0.05, 0.01, 0.09))).toBeNull();
});
