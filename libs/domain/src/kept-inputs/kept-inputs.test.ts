import { expect, test } from 'vitest';
import { boundedSample } from './bounded-sample.js';
import { samplePriority } from './sample-priority.js';

const DAY = 86_400_000; // milliseconds
const sure = { confidence: 0.9, noneOfThese: false };
const unsure = { confidence: 0.5, noneOfThese: false };
const named = (priority: number, bytes = 1) => ({ priority, bytes });
const priorities = (bounds: Parameters<typeof boundedSample>[0], offered: ReturnType<typeof named>[]) => {
  const sample = boundedSample<ReturnType<typeof named>>(bounds);
  for (const one of offered) sample.offer(one);
  return sample.take().map(({ priority }) => priority);
};

test('a sample holds the highest, highest first, and is empty once taken', () => {
  const sample = boundedSample<ReturnType<typeof named>>({ count: 3, bytes: 10, eachBytes: 10 });
  for (const priority of [2, 5, 1, 4, 3]) sample.offer(named(priority));
  expect(sample.isOpenTo(3)).toBe(false);
  expect(sample.take().map(({ priority }) => priority)).toEqual([5, 4, 3]);
  expect(sample.take()).toEqual([]);
  expect(sample.isOpenTo(0)).toBe(true);
});

test('bytes bound it as well: the lowest go until it fits, and what is too large is not taken', () => {
  const bounds = { count: 9, bytes: 10, eachBytes: 6 };
  expect(priorities(bounds, [named(1, 4), named(2, 4), named(3, 6)])).toEqual([3, 2]);
  expect(priorities(bounds, [named(1, 4), named(9, 7)])).toEqual([1]);
});

test('with the same luck the unsure answer comes first, and none of these before it', () => {
  const of = (answer: typeof sure) => samplePriority(answer, 0, 0.3);
  expect(of(unsure)).toBeGreaterThan(of(sure));
  expect(of({ confidence: 0.99, noneOfThese: true })).toBeGreaterThan(of(unsure));
});

test('one of 2 is taken as often as its weight says, 5 to 1', () => {
  const grid = Array.from({ length: 200 }, (_, i) => (i + 0.5) / 200);
  let first = 0;
  for (const a of grid)
    for (const b of grid) if (samplePriority(unsure, 0, a) > samplePriority(sure, 0, b)) first++;
  expect(first / grid.length ** 2).toBeCloseTo(5 / 6, 2);
});

test('a week makes up for a factor of e', () => {
  const before = samplePriority({ confidence: 1 - 0.1 * Math.E, noneOfThese: false }, 0, 0.4);
  expect(samplePriority(sure, 7 * DAY, 0.4)).toBeCloseTo(before, 9);
});

test('any number that a generator gives makes a finite priority', () => {
  for (const uniform of [Number.MIN_VALUE, 1 - 2 ** -53])
    expect(Number.isFinite(samplePriority(sure, 1.8e12, uniform))).toBe(true);
});
