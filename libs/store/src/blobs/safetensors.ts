import type { PackArray } from '@kshot/domain';

/** Named arrays and a few strings in the safetensors layout: header length, JSON header, data. */
export interface ArraysFile {
  readonly metadata: Readonly<Record<string, string>>;
  readonly arrays: Readonly<Record<string, PackArray>>;
}

const types = { F32: Float32Array, I32: Int32Array, U8: Uint8Array } as const;
type TypeName = keyof typeof types;
export interface ArrayEntry {
  dtype: TypeName;
  shape: number[];
  data_offsets: [number, number];
}

/** The file in pieces, ready to be written one after another. Arrays go by falling alignment, then by name. */
export function* encodeArrays({ metadata, arrays }: ArraysFile): Generator<Uint8Array> {
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
    yield new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  }
}

/** What the JSON header says. */
export function readHeader(json: Uint8Array): {
  metadata: Record<string, string>;
  entries: Record<string, ArrayEntry>;
} {
  const { __metadata__: metadata = {}, ...entries } = JSON.parse(new TextDecoder().decode(json)) as Record<
    string,
    ArrayEntry
  > & {
    __metadata__?: Record<string, string>;
  };
  return { metadata, entries };
}

/** Reads what encodeArrays wrote. The arrays look into the given bytes where they are aligned. Throws RangeError on a broken file. */
export function decodeArrays(bytes: Uint8Array): ArraysFile {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 8) throw new RangeError('The file of arrays ends before its header.');
  const start = 8 + Number(view.readBigUInt64LE(0));
  if (start > view.length) throw new RangeError('The file of arrays ends within its header.');
  const { metadata, entries } = readHeader(view.subarray(8, start));
  const arrays = Object.fromEntries(
    Object.entries(entries).map(
      ([
        name,
        {
          dtype,
          shape,
          data_offsets: [from, to],
        },
      ]) => {
        if (start + to > view.length) throw new RangeError(`The file of arrays ends within ${name}.`);
        return [name, { shape, values: arrayFrom(dtype, view.subarray(start + from, start + to)) }];
      },
    ),
  );
  return { metadata, arrays };
}

/** Bytes as numbers: a view where they are aligned, a copy otherwise. */
export function arrayFrom(dtype: TypeName, bytes: Uint8Array): PackArray['values'] {
  const Type = types[dtype];
  if (!Type) throw new RangeError(`Arrays of ${dtype} are not read.`);
  const size = Type.BYTES_PER_ELEMENT;
  if (bytes.byteOffset % size === 0)
    return new Type(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length / size);
  return new Type(Uint8Array.from(bytes).buffer, 0, bytes.length / size);
}

const itemSize = ({ values }: PackArray): number => values.BYTES_PER_ELEMENT;
const typeName = (values: PackArray['values']): TypeName =>
  values instanceof Float32Array ? 'F32' : values instanceof Int32Array ? 'I32' : 'U8';
