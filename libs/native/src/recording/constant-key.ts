import { createHash } from 'node:crypto';

/** Equal for equal constants; the values of large ones by their hash. */
export function constantKey(shape: readonly number[], type: number, numbers: ArrayLike<number>): string {
  const large = numbers.length > 64;
  const values = large
    ? createHash('sha1').update(Float64Array.from(numbers)).digest('hex')
    : Array.prototype.join.call(numbers);
  return `${type}|${shape}|${values}`;
}
