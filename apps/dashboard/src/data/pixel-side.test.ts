import { expect, test } from 'vitest';
import { pixelSide, rowPixels } from './pixel-side';

const grey = (count: number) =>
  Array.from({ length: count }, () => ({ kind: 'NUMBER', missing: 0, minimum: 0 }));

test('64 grey columns are a picture of 8 by 8', () => {
  expect(pixelSide(grey(64))).toBe(8);
});

test('other tables are none', () => {
  expect(pixelSide(grey(63))).toBeNull();
  expect(pixelSide(grey(4))).toBeNull();
  expect(pixelSide([...grey(63), { kind: 'CATEGORY' }])).toBeNull();
  expect(pixelSide([...grey(63), { kind: 'NUMBER', minimum: -1 }])).toBeNull();
  expect(pixelSide(null)).toBeNull();
});

test('a row of 36 numbers is its pixels, one with a gap or a word is not', () => {
  const row = Array.from({ length: 36 }, (_, index) => ({ value: String(index) }));
  expect(rowPixels(row)?.[35]).toBe(35);
  expect(rowPixels([...row.slice(1), { value: null }])).toBeNull();
  expect(rowPixels([...row.slice(1), { value: 'red' }])).toBeNull();
});
