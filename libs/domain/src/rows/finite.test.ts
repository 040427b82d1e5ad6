import { expect, test } from 'vitest';
import { finiteValues, wholeReport } from './finite.js';

test('values that are not finite, or were NaN before they became JSON, are left out', () => {
  const values = { loss: Number.NaN, low: -Infinity, stored: null, accuracy: 0.5 };
  expect(finiteValues(values)).toEqual({ accuracy: 0.5 });
});

test('a report with a number that is missing is none', () => {
  expect(wholeReport({ accuracy: 0.5, confusion: { counts: [[1, 0]] } })).toEqual({
    accuracy: 0.5,
    confusion: { counts: [[1, 0]] },
  });
  expect(wholeReport({ accuracy: 0.5, loss: null })).toBeNull();
  expect(wholeReport({ confusion: { counts: [[Number.NaN]] } })).toBeNull();
});
