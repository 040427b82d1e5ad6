import { type Matrix, matrix } from '../../heads/algebra/matrix.js';
import type { SentenceEncoderName } from '../input-spec.js';
import { textEncoder } from '../text-encoders.js';

/** Texts of a column whose vectors are kept: 64 MB of them. */
const MOST_KEPT = 65_536;

interface Kept {
  readonly vectors: Float32Array;
  readonly has: Uint8Array;
}
/** Folds and draws ask for the texts of one column again and again. */
const kept = new WeakMap<readonly string[], Kept>();

/** [rows.length, dim] what the encoder makes of the chosen texts. */
export function textVectors(
  encoder: SentenceEncoderName,
  texts: readonly string[],
  rows: ArrayLike<number>,
): Matrix {
  const chosen = Array.from(rows);
  const encoded = (some: readonly number[]) => textEncoder(encoder)(some.map((row) => texts[row] as string));
  if (texts.length > MOST_KEPT) return matrix(chosen.length, encoded([]).shape[1]!, encoded(chosen).values);
  const dim = encoded([]).shape[1] as number;
  const known = kept.get(texts) ?? {
    vectors: new Float32Array(texts.length * dim),
    has: new Uint8Array(texts.length),
  };
  kept.set(texts, known);
  const unknown = chosen.filter((row) => known.has[row] === 0);
  const found = encoded(unknown).values as Float32Array;
  for (const [i, row] of unknown.entries()) {
    known.vectors.set(found.subarray(i * dim, (i + 1) * dim), row * dim);
    known.has[row] = 1;
  }
  const out = matrix(chosen.length, dim);
  for (const [i, row] of chosen.entries())
    out.values.set(known.vectors.subarray(row * dim, (row + 1) * dim), i * dim);
  return out;
}
