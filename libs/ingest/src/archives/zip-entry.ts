import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { DomainError, limits } from '@kshot/domain';
import type yauzl from 'yauzl';
import type { ArchiveEntry } from './archive.js';
import { DamagedEntry } from './damaged-entry.js';
import { tooLarge } from './entry-limits.js';
import { beginsAsDeflate, inflatedPieces } from './inflate.js';
import { pieces } from './pieces.js';

const inflateRaw = promisify(zlib.inflateRaw) as (
  bytes: Buffer,
  options: zlib.ZlibOptions,
) => Promise<Buffer>;

/** What errors of zlib mean, by their codes. */
const reasons: ReadonlyMap<string | undefined, string> = new Map([
  ['Z_BUF_ERROR', 'its packed bytes end too early'],
  ['Z_DATA_ERROR', 'its packed bytes are broken'],
  ['ERR_BUFFER_TOO_LARGE', 'it has more bytes than it claims'],
]);

/** A file of a ZIP archive, read by its listed sizes. */
export function zipEntry(handle: FileHandle, entry: yauzl.Entry, path: string): ArchiveEntry {
  const { compressedSize, uncompressedSize, compressionMethod, crc32 } = entry;
  const packed = async (length: number): Promise<Buffer> =>
    readAt(handle, await dataStart(handle, entry), Math.min(length, compressedSize));
  const broken = async (error: unknown): Promise<DomainError> => {
    if (error instanceof DomainError) return error;
    const { code } = error as NodeJS.ErrnoException;
    const why = reasons.get(code) ?? (error as Error).message;
    const cut = code === 'Z_BUF_ERROR' && compressedSize > 0;
    if (cut || (code === 'Z_DATA_ERROR' && beginsAsDeflate(await packed(4096))))
      return new DamagedEntry(path, why);
    return new DomainError('DATA_FORMAT', `${path} in the archive is damaged (${why}). Pack it again.`);
  };
  const check = (bytes: number, checksum: number): void => {
    const differs = `it has ${bytes} bytes and claims ${uncompressedSize}`;
    if (bytes > uncompressedSize) throw new RangeError(differs);
    if (bytes < uncompressedSize && compressionMethod === 0) throw new RangeError(differs);
    if (bytes < uncompressedSize) throw new DamagedEntry(path, differs);
    if (checksum !== crc32) throw new DamagedEntry(path, 'its checksum is wrong');
  };
  /** Passes pieces on, and checks their size as they come and their checksum at the end. */
  async function* checked(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let [bytes, checksum] = [0, 0];
    try {
      for await (const piece of source) {
        bytes += piece.length;
        if (bytes > uncompressedSize)
          throw new RangeError(`it has more than the ${uncompressedSize} bytes it claims`);
        checksum = zlib.crc32(piece, checksum);
        yield piece;
      }
      check(bytes, checksum);
    } catch (error) {
      throw await broken(error);
    }
  }
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
        check(bytes.length, zlib.crc32(bytes));
        return bytes;
      } catch (error) {
        throw await broken(error);
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
        throw await broken(error);
      }
    },
    async stream() {
      const start = await dataStart(handle, entry).catch(async (error) => {
        throw await broken(error);
      });
      const raw = pieces((at, length) => readAt(handle, at, length), start, compressedSize);
      return Readable.from(checked(compressionMethod === 0 ? raw : inflatedPieces(raw)));
    },
  };
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
