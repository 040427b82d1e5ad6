import { createHash } from 'node:crypto';
import type { Pack } from '@kshot/domain';

/** What the examples from…to−1 are known by: edited versions have those of the pack that they list. */
export function pieceContent({ manifest, arrays }: Pack, hash: string, from: number, to: number): string {
  const { source, row } = arrays;
  if (!manifest.sources || !source || !row) return `${hash} ${from}-${to}`;
  const [sources, rows] = [source.values.subarray(from, to), row.values.subarray(from, to)];
  const [pack, start] = [sources[0] as number, rows[0] as number];
  if (rows.every((at, i) => at === start + i && sources[i] === pack))
    return `${manifest.sources[pack]} ${start}-${start + rows.length}`;
  const digest = createHash('sha256').update(JSON.stringify(manifest.sources));
  for (const { buffer, byteOffset, byteLength } of [sources, rows])
    digest.update(new Uint8Array(buffer, byteOffset, byteLength));
  return digest.digest('hex');
}
