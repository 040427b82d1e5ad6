import { createHash } from 'node:crypto';

/** Equal for equal constants in arrays of one kind; the values of large ones by their hash. */
export function constantKey(shape: readonly number[], type: number, numbers: ArrayLike<number>): string {
  const large = numbers.length > 64;
  const values = large
    ? createHash('sha1').update(bytes(numbers)).digest('hex')
    : Array.prototype.join.call(numbers);
  return `${type}|${shape}|${values}`;
}

const bytes = (numbers: ArrayLike<number>): Uint8Array | Float64Array =>
  ArrayBuffer.isView(numbers)
    ? new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
    : Float64Array.from(numbers);
