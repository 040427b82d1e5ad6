import { DomainError } from '@kshot/domain';
import type { Packed } from '@kshot/fewshot';
import * as z from 'zod';

const entry = z.object({
  dtype: z.string(),
  shape: z.array(z.int().nonnegative()).max(8),
  data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
});
type Entry = z.infer<typeof entry>;

/** Arrays of a safetensors file that others wrote, widened to floats when they are asked for. */
export interface ForeignArrays {
  readonly names: readonly string[];
  /** Undefined where there is none of this name. */
  find(name: string): Packed | undefined;
}

const HEADER = 8;

/** Throws DATA_FORMAT on a broken file, and for an array of a kind that is not read. */
export function foreignArrays(file: Buffer): ForeignArrays {
  const length = file.length < HEADER ? Number.NaN : Number(file.readBigUInt64LE(0));
  if (!(length <= file.length - HEADER)) throw broken('it ends within its header');
  const entries = headerOf(file.subarray(HEADER, HEADER + length));
  const data = file.subarray(HEADER + length);
  return {
    names: [...entries.keys()],
    find(name) {
      const found = entries.get(name);
      return found && { shape: found.shape, values: floats(name, found, data) };
    },
  };
}

function headerOf(json: Buffer): Map<string, Entry> {
  try {
    const { __metadata__, ...entries } = JSON.parse(json.toString('utf8')) as Record<string, unknown>;
    return new Map(Object.entries(entries).map(([name, one]) => [name, entry.parse(one)]));
  } catch {
    throw broken('its header cannot be read');
  }
}

const readers: Readonly<
  Record<string, { readonly bytes: number; read(view: DataView, at: number): number }>
> = {
  F64: { bytes: 8, read: (view, at) => view.getFloat64(at, true) },
  F32: { bytes: 4, read: (view, at) => view.getFloat32(at, true) },
  F16: { bytes: 2, read: (view, at) => half(view.getUint16(at, true)) },
  BF16: { bytes: 2, read: (view, at) => upperHalf(view.getUint16(at, true)) },
};

function floats(name: string, { dtype, shape, data_offsets: [from, to] }: Entry, data: Buffer): Float32Array {
  const reader = readers[dtype];
  if (!reader)
    throw new DomainError(
      'DATA_FORMAT',
      `The weights ${name} are of the type ${dtype}, which is not read. Save the model with 32-bit or 16-bit floats.`,
    );
  const count = shape.reduce((product, size) => product * size, 1);
  if (to - from !== count * reader.bytes || to > data.length)
    throw broken(`the array ${name} is not as long as its shape says`);
  const view = new DataView(data.buffer, data.byteOffset + from, to - from);
  const values = new Float32Array(count);
  for (let i = 0; i < count; i++) values[i] = reader.read(view, i * reader.bytes);
  return values;
}

/** IEEE 754 half precision. */
function half(bits: number): number {
  const [exponent, fraction] = [(bits >> 10) & 31, bits & 1023];
  const sign = bits & 0x8000 ? -1 : 1;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const scratch = new DataView(new ArrayBuffer(4));
function upperHalf(bits: number): number {
  scratch.setUint32(0, bits << 16);
  return scratch.getFloat32(0);
}

const broken = (why: string): DomainError =>
  new DomainError('DATA_FORMAT', `The file of weights is incomplete: ${why}. Download or save it again.`);
