import { expect, test } from 'vitest';
import { figureMeaning, figureRange, figureValue } from './figure-text';

const figure = { value: 0.9, low: 0.88, high: 0.92, of: 'EPISODES', method: 'STUDENT' } as const;

test('a figure is said with its interval and what that is of', () => {
  expect(figureValue(figure)).toBe('90.0\u00a0%');
  expect(figureRange(figure)).toBe('88.0\u00a0% – 92.0\u00a0%');
  expect(figureMeaning(figure)).toMatch(/If the episodes were drawn again/);
});

test('where there is no interval none is shown', () => {
  expect(figureRange({ ...figure, low: null, high: null })).toBe('');
  expect(figureMeaning({ ...figure, low: null, high: null })).toMatch(/no interval/);
});
