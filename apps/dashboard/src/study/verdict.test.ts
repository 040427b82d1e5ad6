import { expect, test } from 'vitest';
import type { Comparison, Entry } from './entry';
import { verdictOf } from './verdict';

const entry = (id: string, tied: boolean) => ({ evaluation: { id }, label: id, tied }) as Entry;
const pair = (a: string, b: string, decided: boolean, moreToDecide: number | null) => ({
  a,
  b,
  decided,
  moreToDecide,
});
const comparison = (...pairs: object[]) => ({ pairs }) as Comparison;

test('a clear winner is named', () => {
  const said = verdictOf([entry('A', true), entry('B', false)], comparison(pair('A', 'B', true, 0)));
  expect(said).toBe('A is best, significantly better than all others.');
});

test('those that are tied are named with what it would take', () => {
  const entries = [entry('A', true), entry('B', true), entry('C', false)];
  const said = verdictOf(
    entries,
    comparison(pair('A', 'B', false, 1200), pair('B', 'C', false, 9), pair('A', 'C', true, 0)),
  );
  expect(said).toMatch(
    /not significantly better than B: choose among these by cost\. About 1,200 more units/,
  );
  expect(verdictOf(entries, comparison(pair('A', 'B', false, null)))).toMatch(/More of the same would not/);
});
