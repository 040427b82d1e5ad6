import { expect, it } from 'vitest';
import { piecesOf, weightOf } from './weight.js';

const text = (length: number) => ({ text: 'x'.repeat(length) });
const lengths = (most: number, ...inputs: number[]) =>
  [...piecesOf(inputs.map(text), most)].map((piece) =>
    piece.map((one) => ('text' in one ? one.text.length : 0)),
  );

it('a photo, a row and a short text weigh the same', () => {
  expect([{ image: Buffer.alloc(9) }, { row: [] }, text(20)].map((one) => weightOf([one]))).toEqual([
    1, 1, 1,
  ]);
});

it('a text weighs by its length, as far as encoders read', () => {
  expect([256, 20_000, 60_000].map((length) => weightOf([text(length)]))).toEqual([2, 10, 10]);
});

it('pieces keep the order and weigh no more than is allowed', () => {
  expect(lengths(4, 10, 256, 10, 256, 256)).toEqual([
    [10, 256, 10],
    [256, 256],
  ]);
});

it('what weighs more than is allowed is a piece of its own', () => {
  expect(lengths(4, 10, 20_000, 10)).toEqual([[10], [20_000], [10]]);
});
