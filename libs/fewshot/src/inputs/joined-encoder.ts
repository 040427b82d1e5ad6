import type { TextEncoder } from './text-encoders.js';

/**
 * Two encoders side by side: texts → [n, a + b], each half of length √½, so that both count the same and together have length 1. The half of an
 * encoder that makes zeros of a text stays zeros.
 */
export function joinedEncoder(first: TextEncoder, second: TextEncoder): TextEncoder {
  return (texts) => {
    const halves = [first(texts), second(texts)];
    const dims = halves.map(({ shape }) => shape[1] as number);
    const dim = dims.reduce((sum, one) => sum + one, 0);
    const values = new Float32Array(texts.length * dim);
    for (let i = 0; i < texts.length; i++) {
      let at = i * dim;
      for (const [k, { values: all }] of halves.entries()) {
        const own = dims[k] as number;
        const row = all.subarray(i * own, (i + 1) * own);
        const length = Math.hypot(...row) || 1;
        for (const value of row) values[at++] = (value / length) * Math.SQRT1_2;
      }
    }
    return { shape: [texts.length, dim], values };
  };
}
