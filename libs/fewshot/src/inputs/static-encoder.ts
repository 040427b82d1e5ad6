import type { Packed } from '../engine/program.js';
import type { TextEncoder } from './text-encoders.js';
import { type WordPieceVocabulary, wordPieces } from './word-pieces.js';

/**
 * Texts → [n, dim] of length 1: the mean of the rows that a table has for their pieces (Model2Vec). Unknown pieces do not count; a text without
 * a known one becomes zeros.
 */
export function staticEncoder(vocabulary: WordPieceVocabulary, table: Packed): TextEncoder {
  const cut = wordPieces(vocabulary);
  const unknown = vocabulary.pieces.indexOf(vocabulary.unknown);
  const dim = table.shape[1] as number;
  return (texts) => {
    const values = new Float32Array(texts.length * dim);
    for (const [i, text] of texts.entries()) {
      const row = values.subarray(i * dim, (i + 1) * dim);
      for (const number of cut(text)) {
        if (number === unknown) continue;
        const from = number * dim;
        for (let j = 0; j < dim; j++) row[j] = (row[j] as number) + (table.values[from + j] as number);
      }
      let squares = 0;
      for (let j = 0; j < dim; j++) squares += (row[j] as number) ** 2;
      const length = Math.sqrt(squares) || 1;
      for (let j = 0; j < dim; j++) row[j] = (row[j] as number) / length;
    }
    return { shape: [texts.length, dim], values };
  };
}
