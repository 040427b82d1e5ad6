import { expect, test } from 'vitest';
import { classDrift, strengthDrift } from './drift.js';
import { strengthBin } from './strength-bin.js';

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

const points = [1, 2, 3, 4].map((strength, i) => ({ strength, answered: 1 - i / 4, accuracy: 1 }));

test('a strength lies in the bin of the last point that it reaches', () => {
  expect([0, 1, 2, 3.5, 9].map((strength) => strengthBin(points, strength))).toEqual([0, 0, 1, 2, 3]);
  expect(strengthBin([], 1)).toBeNull();
});

test.each([
  [[250, 250, 250, 250], /about as sure/],
  [[700, 200, 60, 40], /much less sure/],
  [[40, 60, 200, 700], /much surer/],
  [[2, 1, 1, 0], /about as sure/],
])('strengths of %j are told from equal ones', (counts, said) => {
  expect(strengthDrift(counts, 400)?.sentence).toMatch(said);
});

test('without answers or held-out examples there are no strengths to compare', () => {
  expect(strengthDrift([0, 0], 100)).toBeNull();
  expect(strengthDrift([], 100)).toBeNull();
  expect(strengthDrift([1, 2], 0)).toBeNull();
});
