import { expect, test } from 'vitest';
import { withoutOneHot } from './one-hot.js';

test('the class that is marked with 1 is the class', () => {
  expect(withoutOneHot([{ text: 'hi', cats: { GREET: 1, BYE: 0 } }])).toEqual([
    { text: 'hi', label: 'GREET' },
  ]);
  expect(withoutOneHot([{ labels: { a: false, b: true } }])).toEqual([{ labels: 'b' }]);
});

test('several classes stay in one cell, and none is an empty one', () => {
  expect(withoutOneHot([{ cats: { a: 1, b: 0.9, c: 0.1 } }, { cats: { a: 0, b: 0, c: 0 } }])).toEqual([
    { label: 'a, b' },
    { label: '' },
  ]);
});

test('other objects stay', () => {
  const records = [{ label: { name: 'cat' }, size: { a: 1, b: 0 }, class: { a: 5, b: 0 } }];
  expect(withoutOneHot(records)).toBe(records);
});
