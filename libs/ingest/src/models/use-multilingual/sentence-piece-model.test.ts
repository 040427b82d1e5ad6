import { DomainError } from '@kshot/domain';
import { expect, test } from 'vitest';
import { sentencePieceModel } from './sentence-piece-model.js';

const field = (number: number, bytes: Buffer) =>
  Buffer.concat([Buffer.of((number << 3) | 2, bytes.length), bytes]);
const score = Buffer.concat([Buffer.of((2 << 3) | 5), Buffer.from(Float32Array.of(-1.5).buffer)]);
/** A kind of piece is passed over. */
const kind = Buffer.of(3 << 3, 2);
const pieces = field(1, Buffer.concat([field(1, Buffer.from('▁ü')), score, kind]));
const normaliser = field(3, Buffer.concat([field(1, Buffer.from('nmt')), field(2, Buffer.of(7, 8, 9))]));
const file = Buffer.concat([pieces, normaliser]);

test('pieces with their scores and the normaliser are read', () => {
  const { pieces, charsmap } = sentencePieceModel(file);
  expect(pieces).toEqual([['▁ü', -1.5]]);
  expect([...charsmap]).toEqual([7, 8, 9]);
});

test('a file that ends anywhere before its end is refused', () => {
  for (let bytes = 0; bytes < file.length; bytes++)
    expect(() => sentencePieceModel(file.subarray(0, bytes)), `${bytes} bytes`).toThrow(DomainError);
});

test.each([
  ['no end of a number', Buffer.alloc(1000, 0xff)],
  ['a length beyond the file', Buffer.of(0x0a, 0xff, 0xff, 0xff, 0xff, 0x07)],
  ['groups in each other', Buffer.alloc(100_000, (1 << 3) | 3)],
  ['no normaliser', pieces],
  ['no pieces', normaliser],
])('a file with %s is refused', (_, bytes) => {
  expect(() => sentencePieceModel(bytes)).toThrow(DomainError);
});
