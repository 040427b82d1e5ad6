import { createHash } from 'node:crypto';
import type { Pack } from '@kshot/domain';

/** [n] sha256 of each example's content: pixels, text or cells, without its label and parts. */
export function contentHashes({ manifest, arrays }: Pack): string[] {
  const { utf8, offsets } = arrays;
  const own = Object.entries(arrays).filter(([name]) => name === 'pixels' || name.startsWith('column:'));
  return Array.from({ length: manifest.count }, (_, row) => {
    const digest = createHash('sha256');
    if (utf8 && offsets)
      digest.update((utf8.values as Uint8Array).subarray(offsets.values[row], offsets.values[row + 1]));
    for (const [, { values }] of own) {
      const each = values.length / manifest.count;
      const { buffer, byteOffset, byteLength } = values.subarray(row * each, (row + 1) * each);
      digest.update(new Uint8Array(buffer, byteOffset, byteLength));
    }
    return digest.digest('hex');
  });
}
