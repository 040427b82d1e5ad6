import type { PackArray } from '@kshot/domain';

/** Named arrays and a few strings in the safetensors layout: header length, JSON header, data. */
export interface ArraysFile {
  readonly metadata: Readonly<Record<string, string>>;
  readonly arrays: Readonly<Record<string, PackArray>>;
}

const types = { F32: Float32Array, I32: Int32Array, U8: Uint8Array } as const;
type TypeName = keyof typeof types;
interface Entry {
  dtype: TypeName;
  shape: number[];
  data_offsets: [number, number];
}

/** The file in pieces, ready to be written one after another. Arrays go by falling alignment, then by name. */
export function* encodeArrays({ metadata, arrays }: ArraysFile): Generator<Uint8Array> {
  const names = Object.keys(arrays).sort(
    (a, b) => itemSize(arrays[b]!) - itemSize(arrays[a]!) || (a < b ? -1 : 1),
  );
  const header: Record<string, Entry | Readonly<Record<string, string>>> = { __metadata__: metadata };
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

/** Reads what encodeArrays wrote. The arrays look into the given bytes where they are aligned. Throws RangeError on a broken file. */
export function decodeArrays(bytes: Uint8Array): ArraysFile {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 8) throw new RangeError('The file of arrays ends before its header.');
  const start = 8 + Number(view.readBigUInt64LE(0));
  if (start > view.length) throw new RangeError('The file of arrays ends within its header.');
  const { __metadata__: metadata = {}, ...entries } = JSON.parse(view.toString('utf8', 8, start)) as Record<
    string,
    Entry
  > & {
    __metadata__?: Record<string, string>;
  };
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
        return [name, { shape, values: arrayAt(dtype, view, start + from, to - from) }];
      },
    ),
  );
  return { metadata, arrays };
}

function arrayAt(dtype: TypeName, view: Buffer, offset: number, bytes: number): PackArray['values'] {
  const Type = types[dtype];
  if (!Type) throw new RangeError(`Arrays of ${dtype} are not read.`);
  const size = Type.BYTES_PER_ELEMENT;
  const at = view.byteOffset + offset;
  if (at % size === 0) return new Type(view.buffer as ArrayBuffer, at, bytes / size);
  return new Type(view.buffer.slice(at, at + bytes) as ArrayBuffer);
}

const itemSize = ({ values }: PackArray): number => values.BYTES_PER_ELEMENT;
const typeName = (values: PackArray['values']): TypeName =>
  values instanceof Float32Array ? 'F32' : values instanceof Int32Array ? 'I32' : 'U8';
