import { type DataType, type Tensor, tensor } from '@tensorflow/tfjs-core';
import type { Feed, Packed, Values } from './program.js';
import { ProgramError } from './program-error.js';

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, extent) => product * extent, 1);
}

/** A tensor of packed numbers; bytes and int32 become int32. */
export function unpacked({ shape, values }: Packed): Tensor {
  if (values.length !== sizeOf(shape))
    throw new ProgramError('WRONG_SHAPE', `${values.length} values do not fill the shape [${shape}]`);
  const float = values instanceof Float32Array;
  return tensor(float ? values : Int32Array.from(values), [...shape], float ? 'float32' : 'int32');
}

/** The numbers of a tensor, row-major, in memory of their own. */
export function packed(source: Tensor): Packed {
  const data = source.dataSync();
  const values = source.dtype === 'float32' ? Float32Array.from(data) : Int32Array.from(data);
  return { shape: [...source.shape], values };
}

/** Fed values as the type that was declared; one set of values per step when `steps` is given. */
export function checkedFeed(
  name: string,
  feed: Feed,
  values: Values | undefined,
  steps = 1,
): Float32Array | Int32Array {
  if (!values) throw new ProgramError('UNKNOWN_NAME', `the feed ${name} is missing`);
  const expected = sizeOf(feed.shape) * steps;
  if (values.length !== expected) {
    const what = `${steps} × [${feed.shape}] = ${expected} values`;
    throw new ProgramError(
      'WRONG_SHAPE',
      `the feed ${name} takes ${what}, got ${values.length}: a new shape is a new program`,
    );
  }
  if (feed.dtype === 'float32') {
    if (values instanceof Float32Array) return values;
    throw new ProgramError('WRONG_TYPE', `the feed ${name} takes a Float32Array`);
  }
  if (values instanceof Int32Array) return values;
  if (values instanceof Uint8Array) return Int32Array.from(values);
  throw new ProgramError('WRONG_TYPE', `the feed ${name} takes an Int32Array or bytes`);
}

/** Refuses to put a tensor where another shape or type was declared. */
export function checkShape(
  name: string,
  found: { shape: readonly number[]; dtype?: DataType },
  expected: Tensor,
): void {
  const sameType = found.dtype === undefined || found.dtype === expected.dtype;
  if (sameType && found.shape.join() === expected.shape.join()) return;
  throw new ProgramError(
    'WRONG_SHAPE',
    `${name} is [${expected.shape}] ${expected.dtype}, not [${found.shape}] ${found.dtype ?? ''}`,
  );
}
