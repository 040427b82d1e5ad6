import { open } from 'node:fs/promises';
import { DomainError, limits } from '@kshot/domain';
import yauzl from 'yauzl';
import type { Archive, ArchiveEntry } from './archive.js';
import { collectArchiveNotes } from './archive-findings.js';
import { cleanPath, isNoise } from './clean-path.js';
import { entryLimits, tooLarge } from './entry-limits.js';
import { decodeEntryNames } from './entry-names.js';
import { zipEntry } from './zip-entry.js';

/** Opens an archive and lists it. Throws DATA_FORMAT or DATA_TOO_LARGE. */
export async function openZip(file: string): Promise<Archive> {
  const listed = await listEntries(file);
  const names = decodeEntryNames(
    listed.map(({ fileNameRaw, generalPurposeBitFlag }) => ({
      raw: fileNameRaw,
      utf8: (generalPurposeBitFlag & 0x800) !== 0,
    })),
  );
  const handle = await open(file);
  const { size } = await handle.stat();
  const starts = new Set<number>();
  const entries: ArchiveEntry[] = [];
  const notes = collectArchiveNotes();
  try {
    for (const [i, entry] of listed.entries()) {
      const path = cleanPath(names[i] as string);
      if (isNoise(path) || /[/\\]$/.test(names[i] as string)) continue;
      if (isLink(entry)) {
        notes.addLink(path);
        continue;
      }
      notes.addFile(names[i] as string, path);
      assertReadable(entry, path, size);
      if (starts.has(entry.relativeOffsetOfLocalHeader))
        throw damaged('several names stand for the same bytes');
      starts.add(entry.relativeOffsetOfLocalHeader);
      entries.push(zipEntry(handle, entry, path));
    }
  } catch (error) {
    await handle.close();
    throw error;
  }
  entries.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { entries, findings: notes.sentences(), close: () => handle.close() };
}

async function listEntries(file: string): Promise<yauzl.Entry[]> {
  try {
    const zip = await yauzl.openPromise(file, {
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: false, // checked where entries are read, with better words
    });
    try {
      const count = entryLimits();
      const entries: yauzl.Entry[] = [];
      for await (const entry of zip.eachEntry()) {
        count(entry.uncompressedSize);
        entries.push(entry);
      }
      return entries;
    } finally {
      zip.close();
    }
  } catch (error) {
    throw error instanceof DomainError ? error : damaged('its list of files is missing or cannot be read');
  }
}

const damaged = (why: string): DomainError =>
  new DomainError('DATA_FORMAT', `The ZIP archive is damaged or incomplete (${why}). Pack it again.`);

/** Symbolic links, as Unix tools store them. */
const isLink = (entry: yauzl.Entry): boolean => ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000;

const methods: ReadonlyMap<number, string> = new Map([
  [9, 'Deflate64'],
  [12, 'bzip2'],
  [14, 'LZMA'],
  [93, 'Zstandard'],
  [95, 'XZ'],
  [99, 'AES encryption with a password'],
]);

function assertReadable(entry: yauzl.Entry, path: string, size: number): void {
  const { compressionMethod, generalPurposeBitFlag, compressedSize, uncompressedSize } = entry;
  if (generalPurposeBitFlag & 1 || compressionMethod === 99)
    throw new DomainError(
      'DATA_FORMAT',
      'The archive is encrypted with a password. Pack it again without one.',
    );
  if (compressionMethod !== 0 && compressionMethod !== 8)
    throw new DomainError(
      'DATA_FORMAT',
      `${path} is compressed by ${methods.get(compressionMethod) ?? `method ${compressionMethod}`}, which cannot be read. Pack the archive again with Deflate, the usual method.`,
    );
  if (entry.relativeOffsetOfLocalHeader + compressedSize > size)
    throw damaged(`${path} lies beyond the end of the file`);
  // Deflate cannot shrink more than about a thousandfold, and real data does far less when it is this large.
  if (uncompressedSize > limits.imageBytes && uncompressedSize > 500 * compressedSize)
    throw tooLarge(
      `${path}, which unpacks to ${uncompressedSize} bytes, ${Math.round(uncompressedSize / Math.max(1, compressedSize))} times its size`,
    );
}
