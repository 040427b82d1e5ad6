import type { TextInput } from './input-spec.js';
import { textEncoder } from './text-encoders.js';
import { encodeTokens } from './tokenizers.js';

/**
 * Texts → [n, features]: by the sentence encoder or the tokeniser that the input names, or else words, pairs of words and character 3- to 5-grams inside words, hashed (FNV-1a, 32 bits)
 * with a sign (Weinberger 2009), log(1 + count), scaled to unit length. Case and Unicode form are folded first.
 */
export function encodeTexts(spec: TextInput, texts: readonly string[]): Float32Array {
  if (spec.encoder) return textEncoder(spec.encoder)(texts).values as Float32Array;
  if (spec.tokenizer) return encodeTokens(spec.tokenizer, spec.features, texts);
  const out = new Float32Array(texts.length * spec.features);
  texts.forEach((text, i) => {
    encodeText(text, out.subarray(i * spec.features, (i + 1) * spec.features));
  });
  return out;
}

function encodeText(text: string, row: Float32Array): void {
  const counts = new Map<number, number>();
  for (const gram of grams(text)) {
    const hash = fnv1a(gram);
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  for (const [hash, count] of counts) {
    const at = hash % row.length;
    row[at] = (row[at] as number) + (hash & 0x80000000 ? -1 : 1) * Math.log1p(count);
  }
  const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
  if (length > 0) for (let i = 0; i < row.length; i++) row[i] = (row[i] as number) / length;
}

function* grams(text: string): Generator<string> {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
  for (const [i, word] of words.entries()) {
    yield `w ${word}`;
    if (i > 0) yield `p ${words[i - 1]} ${word}`;
    const padded = [...`<${word}>`];
    for (let n = 3; n <= 5; n++) {
      for (let start = 0; start + n <= padded.length; start++)
        yield `c ${padded.slice(start, start + n).join('')}`;
    }
  }
}

/** FNV-1a over UTF-8, 32 bits. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
