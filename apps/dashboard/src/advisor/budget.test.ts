import { expect, test } from 'vitest';
import { budgetOf, problemWith } from './budget';

test('megabytes become bytes, and what is empty is not limited', () => {
  expect(budgetOf({ seconds: '30', memory: ' ', stored: '1.5' })).toEqual({
    seconds: 30,
    memoryBytes: null,
    storedBytes: 1_500_000,
  });
});

test('limits are numbers above 0 or nothing', () => {
  expect(['', '3', '0.5'].map(problemWith)).toEqual([null, null, null]);
  for (const text of ['0', '-1', 'many']) expect(problemWith(text)).toBe('A number above 0, or nothing.');
});
