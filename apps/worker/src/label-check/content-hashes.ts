import { createHash } from 'node:crypto';
import { type Pack, textBytes, textsIn } from '@kshot/domain';

/** [n] sha256 of each example's content: pixels, text or cells, without its label and parts. */
export function contentHashes({ manifest, arrays }: Pack): string[] {
  const texts = textsIn(arrays);
  const own = Object.entries(arrays).filter(([name]) => name === 'pixels' || name.startsWith('column:'));
  return Array.from({ length: manifest.count }, (_, row) => {
    const digest = createHash('sha256');
    for (const of of texts) {
      const bytes = textBytes(arrays, of, row);
      // Of several texts also where each ends, so that no two rows run together alike.
      if (texts.length > 1) digest.update(`${bytes.length} `);
      digest.update(bytes);
    }
    for (const [, { values }] of own) {
      const each = values.length / manifest.count;
      const { buffer, byteOffset, byteLength } = values.subarray(row * each, (row + 1) * each);
      digest.update(new Uint8Array(buffer, byteOffset, byteLength));
    }
    return digest.digest('hex');
  });
}
