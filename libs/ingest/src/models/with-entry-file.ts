import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { limits } from '@kshot/domain';
import type { ArchiveEntry } from '../archives/archive.js';
import { tooLarge } from '../archives/entry-limits.js';

/** Unpacks a file of an archive for a reader that needs one on disk. */
export async function withEntryFile<T>(entry: ArchiveEntry, read: (file: string) => Promise<T>): Promise<T> {
  if (entry.bytes > limits.archivedFileBytes)
    throw tooLarge(`${entry.path} with more than ${limits.archivedFileBytes} bytes`);
  const folder = await mkdtemp(path.join(tmpdir(), 'kshot-model-'));
  try {
    const file = path.join(folder, 'file');
    await pipeline(await entry.stream(), createWriteStream(file));
    return await read(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
