import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Piece, sentencePieces } from './sentence-pieces.js';

const json = (url: string) => JSON.parse(readFileSync(new URL(url, import.meta.url), 'utf8'));
const stored: { text: string; pieces: number[] }[] = json('fixtures/sentence-pieces.json');

describe('sentencePieces', () => {
  it('equals SentencePiece on the vocabulary of USE-lite', () => {
    const pieces = sentencePieces(json('../../../../models/use-lite/vocab.json'));
    for (const { text, pieces: expected } of stored) expect([...pieces(text)], text).toEqual(expected);
  });

  it('takes the likeliest segmentation', () => {
    const vocabulary: Piece[] = [
      ['?', 0],
      ['\u2581', -1],
      ['a', -2],
      ['b', -2],
      ['ab', -3],
      ['\u2581a', -5],
    ];
    // Blank, ab: -4; blank, a, b: -5; blank-a, b: -7.
    expect([...sentencePieces(vocabulary)('ab')]).toEqual([1, 4]);
  });

  it('joins unknown characters, and finds nothing in blanks', () => {
    const pieces = sentencePieces([
      ['?', 0],
      ['\u2581', -1],
      ['a', -2],
    ]);
    expect([...pieces('a☃☃a')]).toEqual([1, 2, 0, 2]);
    expect([...pieces(' \t ')]).toEqual([]);
  });
});
