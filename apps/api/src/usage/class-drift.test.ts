import { expect, test } from 'vitest';
import { classDrift } from './class-drift.js';

test.each([
  [[500, 500], [50, 50], /no more than chance/],
  [[5400, 4600], [5000, 5000], /about as frequent/],
  [[900, 100], [500, 500], /very differently/],
  [[700, 300], [500, 500], /somewhat differently/],
])('%j against %j', (predicted, trained, said) => {
  expect(classDrift(predicted, trained)?.sentence).toMatch(said);
});

test.each([
  ['nothing was asked', [0, 0], [5, 5]],
  ['a class is gone from the data set', [3, 4], [5, undefined]],
  ['there is one class', [3], [5]],
])('where %s there is nothing to compare', (_, predicted, trained) => {
  expect(classDrift(predicted, trained)).toBeNull();
});
