import { expect, test } from 'vitest';
import { budgetOf, limitsOf, problemWith, textsOf } from './budget';

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

test('limits of an answer fill the fields as they were typed', () => {
  const texts = { seconds: '30', memory: '', stored: '0.005' };
  expect(textsOf(budgetOf(texts))).toEqual(texts);
  expect(textsOf({})).toEqual({ seconds: '', memory: '', stored: '' });
});

test('an answer says what it was limited to, and nothing where it was not', () => {
  expect(limitsOf({ seconds: 90, storedBytes: 5000 })).toBe(
    'This answer was made within limits: at most 1 min 30 s, a model of at most 0.005 MB. Clear the fields and ask again for one without.',
  );
  expect(limitsOf({ seconds: null })).toBeNull();
});
