import { type FileHandle, open, stat } from 'node:fs/promises';
import {
  type Array1,
  type ArrayEntry,
  arrayFrom,
  MOST_HEADER_BYTES,
  type PackArray,
  type PackManifest,
  packManifest,
  readHeader,
} from '@kshot/domain';
import type { Blobs } from './blobs.js';
import { runEnd } from './gather-rows.js';

/** Reads single rows out of a stored pack without loading it. */
export interface PackReader {
  readonly manifest: PackManifest;
  /** Items from…to−1 along the first axis of an array; of those that hold content, the unlabelled examples come last. */
  rows(name: string, from: number, to: number): Promise<PackArray['values']>;
  /** Bytes of a text, or of a cell of column number `column`. */
  utf8(index: number, column?: number): Promise<Uint8Array>;
}

/** Looks at the header of a pack only. */
export async function openPack(blobs: Blobs, hash: string): Promise<PackReader> {
  const own = await openFile(blobs, hash);
  const { sources } = own.manifest;
  if (!sources) return own;
  const opened = new Map<number, Promise<PackReader>>();
  const packOf = (source: number): Promise<PackReader> => {
    const pack = opened.get(source) ?? openFile(blobs, sources[source] as string);
    opened.set(source, pack);
    return pack;
  };
  const places = (from: number, to: number) =>
    Promise.all([own.rows('source', from, to), own.rows('row', from, to)]);
  return {
    manifest: own.manifest,
    async rows(name, from, to) {
      if (name !== 'pixels' && !name.startsWith('column:')) return own.rows(name, from, to);
      const [source, row] = await places(from, to);
      const pieces: Array1[] = [];
      for (let i = 0; i < row.length; ) {
        const end = runEnd(source, row, i);
        const pack = await packOf(source[i] as number);
        pieces.push(await pack.rows(name, row[i] as number, (row[i] as number) + end - i));
        i = end;
      }
      return joined(pieces);
    },
    async utf8(index, column) {
      const [source, row] = await places(index, index + 1);
      return (await packOf(source[0] as number)).utf8(row[0] as number, column);
    },
  };
}

function joined(pieces: readonly Array1[]): Array1 {
  const [first = new Uint8Array()] = pieces;
  if (pieces.length < 2) return first;
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const whole = new (first.constructor as new (length: number) => Array1)(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Bytes that are read at once: the header, and all of a small pack. */
const HEAD = 16 * 1024;

/** A pack with content of its own. */
async function openFile(blobs: Blobs, hash: string): Promise<PackReader> {
  const path = blobs.path(hash);
  const { size } = await stat(path);
  const head = await readBytes(path, 0, Math.min(size, HEAD));
  const read = async (at: number, bytes: number): Promise<Buffer> =>
    at + bytes > head.length ? readBytes(path, at, bytes) : Buffer.from(head.subarray(at, at + bytes));
  const length = Number((await read(0, 8)).readBigUInt64LE(0));
  if (length > Math.min(size - 8, MOST_HEADER_BYTES))
    throw new RangeError('The pack ends within its header.');
  const { metadata, entries } = readHeader(await read(8, length), size - 8 - length);
  const rows: PackReader['rows'] = async (name, from, to) => {
    const entry = entries[name] as ArrayEntry;
    const [start, end] = entry.data_offsets;
    const each = (end - start) / Math.max(1, entry.shape[0] ?? 1);
    const bytes = await read(8 + length + start + from * each, (to - from) * each);
    return arrayFrom(entry.dtype, bytes) as PackArray['values'];
  };
  return {
    manifest: packManifest.parse(JSON.parse(metadata.manifest ?? 'null')),
    rows,
    async utf8(index, column) {
      const of = column === undefined ? '' : `:${column}`;
      const [from, to] = await rows(`offsets${of}`, index, index + 2);
      return (await rows(`utf8${of}`, from as number, to as number)) as Uint8Array;
    },
  };
}

/** Files that are being read, by path: what is read at the same time opens a file once. */
const opened = new Map<string, { readonly file: Promise<FileHandle>; readers: number }>();

async function readBytes(path: string, at: number, bytes: number): Promise<Buffer> {
  const known = opened.get(path) ?? { file: open(path), readers: 0 };
  opened.set(path, known);
  known.readers++;
  try {
    const { buffer, bytesRead } = await (await known.file).read(Buffer.allocUnsafe(bytes), 0, bytes, at);
    if (bytesRead < bytes) throw new RangeError('The pack ends too early.');
    return buffer;
  } finally {
    known.readers--;
    if (known.readers === 0) {
      opened.delete(path);
      await known.file.then(
        (file) => file.close(),
        () => undefined, // it was not opened, which the reader was told
      );
    }
  }
}
