import type { Packed } from '../../engine/program.js';
import { type Matrix, matrix } from '../../heads/algebra/matrix.js';
import { tokenizerOf } from '../../inputs/tokenizers.js';
import type { Backbone } from '../feature-extractor.js';
import { tokenEncoder } from '../token-encoder.js';

/** Texts as numbers of tokens, each cut once. */
export interface TokenRows {
  /** Rows of one length for all [n, length]: that of the longest text but the longest twentieth of `rows`, which are cut off. */
  packed(rows: Int32Array): Packed;
  /** [rows.length, dim] of a backbone, whole texts. */
  vectors(backbone: Pick<Backbone, 'network' | 'weights'>, rows: Int32Array): Matrix;
}

const MOST_CUT = 0.05;

export function tokenRows(texts: readonly string[], { input, network }: Backbone): TokenRows {
  const { tokens, padding } = tokenizerOf((input.modality === 'TEXT' && input.tokenizer) || '');
  const most = network.inputShape[0] as number;
  const cut = new Map<number, readonly number[]>();
  const tokensOf = (row: number): readonly number[] => {
    const known = cut.get(row) ?? tokens(texts[row] as string, most);
    cut.set(row, known);
    return known;
  };
  const lengths = (rows: Int32Array): Int32Array => rows.map((row) => tokensOf(row).length).sort();
  return {
    packed(rows) {
      const sorted = lengths(rows);
      const length = sorted[Math.ceil((1 - MOST_CUT) * sorted.length) - 1] ?? 1;
      const values = new Float32Array(texts.length * length).fill(padding);
      for (const row of rows) values.set(tokensOf(row).slice(0, length), row * length);
      return { shape: [texts.length, length], values };
    },
    vectors(backbone, rows) {
      const encoder = tokenEncoder(backbone.network, backbone.weights);
      try {
        const { shape, values } = encoder.encode(Array.from(rows, tokensOf));
        return matrix(rows.length, shape[1] as number, values);
      } finally {
        encoder.dispose();
      }
    },
  };
}
