import { expect, test } from 'vitest';
import { runColour } from './run-colour';

const ids = Array.from(
  { length: 800 },
  (_, index) => `0199a1b2-${index.toString(16).padStart(4, '0')}-7000-8000-000000000000`,
);

test('an id keeps its colour', () => {
  expect(runColour(ids[0]!)).toEqual(runColour(ids[0]!));
});

test('neighbouring ids spread over all eight colours, none more than twice its share', () => {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(runColour(id).colour, (counts.get(runColour(id).colour) ?? 0) + 1);
  expect([...counts.keys()].sort()).toEqual(['--c0', '--c1', '--c2', '--c3', '--c4', '--c5', '--c6', '--c7']);
  expect(Math.max(...counts.values())).toBeLessThan(200);
});
