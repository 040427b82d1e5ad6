import { expect, test } from 'vitest';
import { textKind } from './text-kind.js';

test('empty cells and marks of missing ones are missing texts', () => {
  const { values } = textKind.read({ kind: 'TEXT', name: 'a' }, [' a b ', null, 'N/A', '']);
  expect(values).toEqual(['a b', '', '', '']);
});

test('a pack holds the bytes of the texts and where each ends', () => {
  const { arrays } = textKind.store({ kind: 'TEXT', name: 'a', values: ['né', '', 'b'] });
  const found = arrays(3);
  expect(Object.keys(found)).toEqual(['utf8:3', 'offsets:3']);
  expect([...found['offsets:3']!.values]).toEqual([0, 3, 3, 4]);
});

test('missing texts are counted in the first rows only', () => {
  const { arrays } = textKind.store({ kind: 'TEXT', name: 'a', values: ['a', '', 'b', ''] });
  expect(textKind.describe({ kind: 'TEXT', name: 'a', missing: 9 }, arrays(0), 0, 3).missing).toBe(1);
});

test('the same text has the same key', () => {
  const { keys } = textKind.store({ kind: 'TEXT', name: 'a', values: ['a', 'b', 'a'] });
  expect(keys[0]).toBe(keys[2]);
  expect(keys[0]).not.toBe(keys[1]);
});
