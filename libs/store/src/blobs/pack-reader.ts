import { open, stat } from 'node:fs/promises';
import {
  type ArrayEntry,
  arrayFrom,
  MOST_HEADER_BYTES,
  type PackArray,
  type PackManifest,
  packManifest,
  readHeader,
} from '@kshot/domain';
import type { Blobs } from './blobs.js';

/** Reads single rows out of a stored pack without loading it. */
export interface PackReader {
  readonly manifest: PackManifest;
  /** Items from…to−1 along the first axis of an array. */
  rows(name: string, from: number, to: number): Promise<PackArray['values']>;
}

/** Looks at the header of a pack only. */
export async function openPack(blobs: Blobs, hash: string): Promise<PackReader> {
  const path = blobs.path(hash);
  const { size } = await stat(path);
  const length = Number((await readBytes(path, 0, 8)).readBigUInt64LE(0));
  if (length > Math.min(size - 8, MOST_HEADER_BYTES))
    throw new RangeError('The pack ends within its header.');
  const { metadata, entries } = readHeader(await readBytes(path, 8, length), size - 8 - length);
  return {
    manifest: packManifest.parse(JSON.parse(metadata.manifest ?? 'null')),
    async rows(name, from, to) {
      const entry = entries[name] as ArrayEntry;
      const [start, end] = entry.data_offsets;
      const each = (end - start) / Math.max(1, entry.shape[0] ?? 1);
      const bytes = await readBytes(path, 8 + length + start + from * each, (to - from) * each);
      return arrayFrom(entry.dtype, bytes) as PackArray['values'];
    },
  };
}

async function readBytes(path: string, at: number, bytes: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, at);
    if (bytesRead < bytes) throw new RangeError('The pack ends too early.');
    return buffer;
  } finally {
    await file.close();
  }
}
