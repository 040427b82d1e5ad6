import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Packed, sentencePieces } from '@kshot/fewshot';
import { textEmbedder } from './text-embedder.js';

/** Numbers that Universal Sentence Encoder Lite makes of a text. */
const FEATURES = 512;

export interface SentenceEncoder {
  /** [texts, 512] of length about 1; a text without a word becomes zeros. */
  encode(texts: readonly string[]): Packed;
  dispose(): void;
}

/** Universal Sentence Encoder Lite (Cer 2018) from a folder with its graph, weights and vocabulary. */
export function sentenceEncoder(folder: string): SentenceEncoder {
  const read = (name: string) => readFileSync(join(folder, name));
  const pieces = sentencePieces(JSON.parse(read('vocab.json').toString('utf8')));
  const embedder = textEmbedder(
    JSON.parse(read('model.json').toString('utf8')),
    new Uint8Array(read('weights.bin')),
  );
  return {
    encode(texts) {
      const cut = texts.map(pieces);
      const spoken = [...cut.keys()].filter((i) => (cut[i] as Int32Array).length > 0);
      const found = spoken.length > 0 ? embedder.embed(spoken.map((i) => cut[i] as Int32Array)) : undefined;
      const values = new Float32Array(texts.length * FEATURES);
      for (const [at, i] of spoken.entries())
        values.set(
          (found as Packed).values.subarray(at * FEATURES, (at + 1) * FEATURES) as Float32Array,
          i * FEATURES,
        );
      return { shape: [texts.length, FEATURES], values };
    },
    dispose: () => embedder.dispose(),
  };
}
