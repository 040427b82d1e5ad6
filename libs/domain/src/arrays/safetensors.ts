import * as z from 'zod';
import type { PackArray } from '../pack.js';
import { type Int8Arrays, widened } from './int8.js';

/** Named arrays and a few strings in the safetensors layout: header length, JSON header, data. */
export interface ArraysFile {
  readonly metadata: Readonly<Record<string, string>>;
  readonly arrays: Readonly<Record<string, PackArray>>;
}

const types = { F32: Float32Array, I32: Int32Array, U8: Uint8Array, I8: Int8Array } as const;
type TypeName = keyof typeof types;
export interface ArrayEntry {
  dtype: TypeName;
  shape: number[];
  data_offsets: [number, number];
}

/** The file in pieces, ready to be written one after another. Arrays go by falling alignment, then by name. */
export function* encodeArrays({
  metadata,
  arrays,
}: {
  readonly metadata: ArraysFile['metadata'];
  readonly arrays: Int8Arrays;
}): Generator<Uint8Array> {
  const names = Object.keys(arrays).sort(
    (a, b) => itemSize(arrays[b]!) - itemSize(arrays[a]!) || (a < b ? -1 : 1),
  );
  const header: Record<string, ArrayEntry | Readonly<Record<string, string>>> = { __metadata__: metadata };
  let offset = 0;
  for (const name of names) {
    const { shape, values } = arrays[name]!;
    header[name] = {
      dtype: typeName(values),
      shape: [...shape],
      data_offsets: [offset, offset + values.byteLength],
    };
    offset += values.byteLength;
  }
  const json = Buffer.from(JSON.stringify(header));
  const padded = Buffer.alloc(Math.ceil(json.length / 8) * 8, ' ');
  json.copy(padded);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(padded.length));
  yield length;
  yield padded;
  for (const name of names) {
    const { values } = arrays[name]!;
    // In pieces: neither a hash nor a write takes more than 2 GiB at once.
    for (let from = 0; from < values.byteLength; from += PIECE)
      yield new Uint8Array(
        values.buffer,
        values.byteOffset + from,
        Math.min(PIECE, values.byteLength - from),
      );
  }
}

const PIECE = 64 * 1024 ** 2;

/** A header is JSON about arrays: even with a million of them it stays below this. */
export const MOST_HEADER_BYTES = 100 * 1024 ** 2;

const header = z.object({ __metadata__: z.record(z.string(), z.string()).optional() }).catchall(
  z.object({
    dtype: z.enum(['F32', 'I32', 'U8', 'I8']),
    shape: z.array(z.int().nonnegative()).max(8),
    data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
  }),
);

/**
 * What the JSON header says of `dataBytes` bytes of data. Every array lies within them, is as long as its shape says, and shares
 * no byte with another. Throws RangeError on a broken file.
 */
export function readHeader(
  json: Uint8Array,
  dataBytes: number,
): { metadata: Record<string, string>; entries: Record<string, ArrayEntry> } {
  const { __metadata__: metadata = {}, ...entries } = parsedHeader(json);
  let end = 0;
  const inOrder = Object.entries(entries).sort(([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0]);
  for (const [
    name,
    {
      dtype,
      shape,
      data_offsets: [from, to],
    },
  ] of inOrder) {
    const bytes = shape.reduce((product, length) => product * length, types[dtype].BYTES_PER_ELEMENT);
    if (to - from !== bytes) throw new RangeError(`The array ${name} is not as long as its shape says.`);
    if (from < end && bytes > 0) throw new RangeError(`The array ${name} overlaps another.`);
    if (to > dataBytes) throw new RangeError(`The file of arrays ends within ${name}.`);
    end = Math.max(end, to);
  }
  return { metadata, entries };
}

function parsedHeader(json: Uint8Array): z.infer<typeof header> {
  try {
    return header.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)));
  } catch {
    throw new RangeError('The header of the file of arrays cannot be read.');
  }
}

/**
 * Reads what encodeArrays wrote; arrays of 8-bit integers become floats by their scales. The arrays look into the given bytes where
 * they are aligned. Throws RangeError on a broken file.
 */
export function decodeArrays(bytes: Uint8Array): ArraysFile {
  if (bytes.length < 8) throw new RangeError('The file of arrays ends before its header.');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  const start = 8 + Number(length);
  if (start > bytes.length) throw new RangeError('The file of arrays ends within its header.');
  const { metadata, entries } = readHeader(bytes.subarray(8, start), bytes.length - start);
  const arrays = Object.fromEntries(
    Object.entries(entries).map(
      ([
        name,
        {
          dtype,
          shape,
          data_offsets: [from, to],
        },
      ]) => [name, { shape, values: arrayFrom(dtype, bytes.subarray(start + from, start + to)) }],
    ),
  );
  return { metadata, arrays: widened(arrays) };
}

/** Bytes as numbers: a view where they are aligned, a copy otherwise. */
export function arrayFrom<T extends TypeName>(dtype: T, bytes: Uint8Array): InstanceType<(typeof types)[T]> {
  const Type = types[dtype];
  const made = (values: unknown) => values as InstanceType<(typeof types)[T]>;
  const size = Type.BYTES_PER_ELEMENT;
  if (bytes.byteOffset % size === 0)
    return made(new Type(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length / size));
  return made(new Type(Uint8Array.from(bytes).buffer, 0, bytes.length / size));
}

const itemSize = ({ values }: Int8Arrays[string]): number => values.BYTES_PER_ELEMENT;
const typeName = (values: Int8Arrays[string]['values']): TypeName =>
  Object.entries(types).find(([, Type]) => values instanceof Type)?.[0] as TypeName;
