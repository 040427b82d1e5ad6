import { expect, test } from 'vitest';
import { joinedEncoder } from './joined-encoder.js';
import type { TextEncoder } from './text-encoders.js';

const encoder =
  (rows: number[][]): TextEncoder =>
  (texts) => ({
    shape: [texts.length, rows[0]!.length],
    values: Float32Array.from(rows.flat()),
  });

test('both halves count the same, whatever their length and number of features', () => {
  const encode = joinedEncoder(encoder([[3, 4]]), encoder([[0, 0.5, 0]]));
  const { shape, values } = encode(['a']);
  expect(shape).toEqual([1, 5]);
  const half = Math.sqrt(0.5);
  const expected = [0.6 * half, 0.8 * half, 0, half, 0];
  for (const [i, value] of expected.entries()) expect(values[i]).toBeCloseTo(value, 6);
});

test('a text of which one encoder makes zeros keeps the other half', () => {
  const rows = [
    [0, 0],
    [0, 2],
  ];
  const { values } = joinedEncoder(encoder(rows), encoder([[1], [1]]))(['', 'b']);
  const half = Math.fround(Math.sqrt(0.5));
  expect([...values]).toEqual([0, 0, half, 0, half, half]);
});
