import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { DomainError, limits } from '@kshot/domain';
import tar from 'tar-stream';
import type { Archive, ArchiveEntry } from './archive.js';
import { collectArchiveNotes } from './archive-findings.js';
import { cleanPath, isNoise } from './clean-path.js';
import { entryLimits, tooLarge } from './entry-limits.js';
import { pieces } from './pieces.js';

/** Opens a TAR archive that is not compressed, and lists it. Throws DATA_FORMAT or DATA_TOO_LARGE. */
export async function openTar(file: string): Promise<Archive> {
  const handle = await open(file);
  try {
    const { size: end } = await handle.stat();
    const entries: ArchiveEntry[] = [];
    const places = new Map<string, { start: number; size: number }>();
    const notes = collectArchiveNotes();
    const count = entryLimits();
    const extract = tar.extract();
    createReadStream(file).pipe(extract);
    for await (const entry of extract) {
      const { name, size = 0, type, linkname } = entry.header;
      const start = (entry.header as { byteOffset?: number }).byteOffset ?? 0;
      const path = cleanPath(name);
      entry.resume();
      if (isNoise(path) || !isFileOrLink(type)) continue;
      const place = type === 'file' ? { start, size } : linkedPlace(type, linkname, places);
      if (!place) {
        notes.addLink(path);
        continue;
      }
      count(place.size);
      if (place.start + place.size > end) throw new RangeError(`${path} lies beyond the end of the file`);
      notes.addFile(name, path);
      places.set(path, place);
      entries.push(entryOf(handle, path, place.start, place.size));
    }
    entries.sort((a, b) => (a.path < b.path ? -1 : 1));
    return { entries, findings: notes.sentences(), close: () => handle.close() };
  } catch (error) {
    await handle.close();
    if (error instanceof DomainError) throw error;
    throw new DomainError('DATA_FORMAT', 'The TAR archive is damaged or incomplete. Pack it again.');
  }
}

const isFileOrLink = (type: string | null | undefined): boolean =>
  type === 'file' || type === 'link' || type === 'symlink';

/** Where the bytes lie that a hard link stands for; undefined for other links, and where no earlier entry has them. */
const linkedPlace = <T>(
  type: string | null | undefined,
  name: string | null | undefined,
  places: ReadonlyMap<string, T>,
): T | undefined => (type === 'link' && name ? places.get(cleanPath(name)) : undefined);

function entryOf(handle: FileHandle, path: string, start: number, size: number): ArchiveEntry {
  const readAt = async (at: number, length: number): Promise<Buffer> => {
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  };
  return {
    path,
    name: path.slice(path.lastIndexOf('/') + 1),
    bytes: size,
    read: async () => {
      if (size > limits.archivedFileBytes)
        throw tooLarge(`${path} with more than ${limits.archivedFileBytes} bytes`);
      return readAt(start, size);
    },
    head: (length) => readAt(start, Math.min(length, size)),
    stream: async () => Readable.from(pieces(readAt, start, size)),
  };
}
