import { DomainError } from '@kshot/domain';
import type { Packed } from '@kshot/fewshot';

const HEADER_AT = 10;
const HEADER =
  /^\{'descr': '([^']+)', 'fortran_order': False, 'shape': \(((?:\d{1,10}, ?)*(?:\d{1,10})?)\), \}/;

/** An array as NumPy writes it (.npy, version 1): little-endian floats, or bytes. Throws DATA_FORMAT on anything else. */
export function npyArray(
  file: Buffer,
): Packed | { readonly shape: readonly number[]; readonly values: Uint8Array } {
  const begins =
    file.subarray(0, 7).equals(Buffer.from('\x93NUMPY\x01', 'latin1')) && file.length >= HEADER_AT;
  const start = begins ? HEADER_AT + file.readUInt16LE(8) : 0;
  const [, type, sizes = ''] = HEADER.exec(file.subarray(HEADER_AT, start).toString('latin1')) ?? [];
  const shape = (sizes.match(/\d+/g) ?? []).map(Number);
  const data = Uint8Array.from(file.subarray(start));
  const count = shape.reduce((product, size) => product * size, 1);
  if (type === '|u1' && data.length === count) return { shape, values: data };
  if (type === '<f4' && data.length === 4 * count) return { shape, values: new Float32Array(data.buffer) };
  if (type === '<f8' && data.length === 8 * count)
    return { shape, values: Float32Array.from(new Float64Array(data.buffer)) };
  throw new DomainError(
    'DATA_FORMAT',
    'An array of the package is not what NumPy writes. Download the package again.',
  );
}
