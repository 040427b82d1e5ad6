import { expect, test } from 'vitest';
import { narrowed, widened } from './int8.js';

const bytes = { shape: [2, 2], values: Int8Array.of(-128, 0, 1, 127) };
const scale = { shape: [2, 1], values: Float32Array.of(0.5, 2) };
const offset = { shape: [2, 1], values: Float32Array.of(10, -1) };

test('8-bit integers become floats by their scales and offsets, which are left out', () => {
  expect(widened({ w: bytes, 'w.scale': scale, 'w.offset': offset })).toEqual({
    w: { shape: [2, 2], values: Float32Array.of(-54, 10, 1, 253) },
  });
});

test('without an offset zero stays zero', () => {
  expect([...widened({ w: bytes, 'w.scale': scale }).w!.values]).toEqual([-64, 0, 2, 254]);
});

test('an array of floats named as an offset stays', () => {
  expect(widened({ 'w.offset': offset })).toEqual({ 'w.offset': offset });
});

test('an offset of another shape is refused by name', () => {
  const other = { shape: [1, 2], values: Float32Array.of(1, 2) };
  expect(() => widened({ w: bytes, 'w.scale': scale, 'w.offset': other })).toThrow(/offset of the array w/);
});

test('what was widened and stayed is 8-bit integers again, whatever it is called', () => {
  const { w } = widened({ w: bytes, 'w.scale': scale, 'w.offset': offset });
  expect(narrowed({ other: w! })).toEqual({ other: bytes, 'other.scale': scale, 'other.offset': offset });
});

test('what changed since it was widened stays floats', () => {
  const { w } = widened({ w: bytes, 'w.scale': scale });
  w!.values[3] = 0.25;
  expect(narrowed({ w: w! })).toEqual({ w });
});

test('floats and other shapes of them stay as they are', () => {
  const { w } = widened({ w: bytes, 'w.scale': scale });
  const flat = { shape: [4], values: w!.values };
  expect(narrowed({ offset, flat })).toEqual({ offset, flat });
});
