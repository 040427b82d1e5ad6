import { expect, test } from 'vitest';
import { pickSome } from './pick-some';

test('without replacement, by the numbers drawn', () => {
  const drawn = [0.5, 0, 0.99];
  // a b c d: index 2 → c; then index 0 of a b d → a; then index 1 of b d → d.
  expect(pickSome(['a', 'b', 'c', 'd'], 3, () => drawn.shift() ?? 0)).toEqual(['c', 'a', 'd']);
});

test('no more than there are', () => {
  expect(pickSome([1, 2], 5, () => 0)).toEqual([1, 2]);
});
