import type { Packed } from '@kshot/fewshot';
import { type GraphModelJson, graphModel } from './graph-model.js';

export interface TextEmbedder {
  /** Piece numbers of each text → [texts, features]. */
  embed(texts: readonly Int32Array[]): Packed;
  dispose(): void;
}

/**
 * Universal Sentence Encoder Lite: ragged texts as sparse [row, position] indices and piece numbers. Texts of
 * like length share a batch, because a batch is as wide as its longest.
 */
export function textEmbedder(model: GraphModelJson, weights: Uint8Array, batch = 32): TextEmbedder {
  const encoder = graphModel(model, weights);
  const encode = (texts: readonly Int32Array[]) => {
    const total = texts.reduce((sum, text) => sum + text.length, 0);
    const indices = new Int32Array(2 * total);
    const values = new Int32Array(total);
    let at = 0;
    for (const [row, text] of texts.entries())
      for (const [position, piece] of text.entries()) {
        indices.set([row, position], 2 * at);
        values[at++] = piece;
      }
    return encoder.run({
      indices: { shape: [total, 2], values: indices },
      values: { shape: [total], values },
    })[0]!;
  };
  return {
    embed(texts) {
      if (texts.some((text) => text.length === 0))
        throw new Error('a text without any piece has no embedding');
      const order = texts.map((_, i) => i).sort((a, b) => texts[a]!.length - texts[b]!.length);
      let all = new Float32Array();
      let width = 0;
      for (let from = 0; from < order.length; from += batch) {
        const chosen = order.slice(from, from + batch);
        const { shape, values } = encode(chosen.map((i) => texts[i]!));
        width = shape[1]!;
        if (from === 0) all = new Float32Array(texts.length * width);
        for (const [row, i] of chosen.entries())
          all.set((values as Float32Array).subarray(row * width, (row + 1) * width), i * width);
      }
      return { shape: [texts.length, width], values: all };
    },
    dispose: () => encoder.dispose(),
  };
}
