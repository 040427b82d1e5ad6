import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { DomainError, limits } from '@kshot/domain';
import yauzl from 'yauzl';
import type { Archive, ArchiveEntry } from './archive.js';
import { cleanPath, isNoise } from './clean-path.js';
import { entryLimits, tooLarge } from './entry-limits.js';
import { decodeEntryNames } from './entry-names.js';

const inflateRaw = promisify(zlib.inflateRaw) as (
  bytes: Buffer,
  options: zlib.ZlibOptions,
) => Promise<Buffer>;

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
  try {
    for (const [i, entry] of listed.entries()) {
      const path = cleanPath(names[i] as string);
      if (isNoise(path) || isLink(entry) || /[/\\]$/.test(names[i] as string)) continue;
      assertReadable(entry, path, size);
      if (starts.has(entry.relativeOffsetOfLocalHeader))
        throw damaged('several names stand for the same bytes');
      starts.add(entry.relativeOffsetOfLocalHeader);
      entries.push(entryOf(handle, entry, path));
    }
  } catch (error) {
    await handle.close();
    throw error;
  }
  entries.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { entries, close: () => handle.close() };
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
    throw error instanceof DomainError ? error : damaged((error as Error).message);
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

function entryOf(handle: FileHandle, entry: yauzl.Entry, path: string): ArchiveEntry {
  const { compressedSize, uncompressedSize, compressionMethod, crc32 } = entry;
  const broken = (error: unknown): DomainError =>
    error instanceof DomainError
      ? error
      : new DomainError(
          'DATA_FORMAT',
          `${path} in the archive is damaged (${(error as Error).message}). Pack it again.`,
        );
  const packed = async (length: number): Promise<Buffer> =>
    readAt(handle, await dataStart(handle, entry), Math.min(length, compressedSize));
  return {
    path,
    name: path.slice(path.lastIndexOf('/') + 1),
    bytes: uncompressedSize,
    async read() {
      if (uncompressedSize > limits.archivedFileBytes)
        throw tooLarge(`${path} with more than ${limits.archivedFileBytes} bytes`);
      try {
        const raw = await packed(compressedSize);
        const bytes =
          compressionMethod === 0 ? raw : await inflateRaw(raw, { maxOutputLength: uncompressedSize + 1 });
        if (bytes.length !== uncompressedSize)
          throw new RangeError(`it has ${bytes.length} bytes and claims ${uncompressedSize}`);
        if (zlib.crc32(bytes) !== crc32) throw new RangeError('its checksum is wrong');
        return bytes;
      } catch (error) {
        throw broken(error);
      }
    },
    async head(length) {
      try {
        const raw = await packed(length + 1024);
        if (compressionMethod === 0) return raw.subarray(0, length);
        const bytes = await inflateRaw(raw, {
          finishFlush: zlib.constants.Z_SYNC_FLUSH,
          maxOutputLength: 64 * 1024 ** 2,
        });
        return bytes.subarray(0, length);
      } catch (error) {
        throw broken(error);
      }
    },
    async stream() {
      const start = await dataStart(handle, entry).catch((error) => {
        throw broken(error);
      });
      const raw = Readable.from(pieces(handle, start, compressedSize));
      return compressionMethod === 0 ? raw : inflated(raw, uncompressedSize, broken);
    },
  };
}

/** Bytes in pieces. A stream of the handle itself would leave a listener on it, for each entry. */
async function* pieces(handle: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += PIECE)
    yield await readAt(handle, start + at, Math.min(PIECE, length - at));
}
const PIECE = 256 * 1024;

/** Inflates a stream and stops where it gives more than the archive says. */
function inflated(raw: Readable, size: number, broken: (error: unknown) => DomainError): Readable {
  const inflate = zlib.createInflateRaw();
  let total = 0;
  inflate.on('data', (chunk: Buffer) => {
    total += chunk.length;
    if (total > size) inflate.destroy(broken(new RangeError(`it has more than the ${size} bytes it claims`)));
  });
  inflate.pause();
  raw.on('error', (error) => inflate.destroy(broken(error)));
  return raw.pipe(inflate);
}

/** Where the bytes of an entry begin: behind its local header. */
async function dataStart(handle: FileHandle, entry: yauzl.Entry): Promise<number> {
  const at = entry.relativeOffsetOfLocalHeader;
  const header = await readAt(handle, at, 30);
  if (header.readUInt32LE(0) !== 0x04034b50) throw new RangeError('its local header is missing');
  return at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, at);
  if (bytesRead < length) throw new RangeError('it ends too early');
  return buffer;
}
