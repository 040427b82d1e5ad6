import { DomainError } from '@kshot/domain';
import { expect, test } from 'vitest';
import { npyArray } from './npy-array.js';

/** A file as `numpy.save` writes it. */
function npy(type: string, shape: string, data: Buffer, order = 'False'): Buffer {
  const header = `{'descr': '${type}', 'fortran_order': ${order}, 'shape': ${shape}, }\n`;
  const begin = Buffer.from('\x93NUMPY\x01\x00\0\0', 'latin1');
  begin.writeUInt16LE(header.length, 8);
  return Buffer.concat([begin, Buffer.from(header), data]);
}
const floats = (...values: number[]) => Buffer.from(Float32Array.from(values).buffer);

test('floats, bytes and numbers of 64 bits are read with their shape', () => {
  expect(npyArray(npy('<f4', '(2, 1)', floats(1, 2)))).toEqual({
    shape: [2, 1],
    values: Float32Array.of(1, 2),
  });
  expect(npyArray(npy('|u1', '(2,)', Buffer.of(3, 4)))).toEqual({ shape: [2], values: Uint8Array.of(3, 4) });
  const double = Buffer.from(Float64Array.of(0.5).buffer);
  expect(npyArray(npy('<f8', '()', double))).toEqual({ shape: [], values: Float32Array.of(0.5) });
});

const whole = npy('<f4', '(2, 1)', floats(1, 2));
test.each([
  ['nothing', Buffer.alloc(0)],
  ['half a header', whole.subarray(0, 40)],
  ['too few numbers', whole.subarray(0, -1)],
  ['another beginning', Buffer.concat([Buffer.from('PK'), whole.subarray(2)])],
  ['numbers by column', npy('<f4', '(2, 1)', floats(1, 2), 'True')],
  ['objects', npy('|O', '(2,)', floats(1, 2))],
  ['negative sizes', npy('|u1', '(-2, -1)', Buffer.of(1, 2))],
  ['a huge size', npy('<f4', '(9999999999, 9999999999)', floats(1, 2))],
  ['a size that is not whole', npy('|u1', '(1.5, 2)', Buffer.of(1, 2, 3))],
])('a file with %s is refused', (_, file) => {
  expect(() => npyArray(file)).toThrow(DomainError);
});
