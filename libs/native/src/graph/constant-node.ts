import { type Attrs, shapeProto, typeAttr } from './attr.js';
import { DT } from './dtype.js';
import type { Nodes, Ref } from './node.js';

/** Numbers that become part of a graph. Equal numbers are written as one value, whatever the shape. */
export function constantAttrs(shape: readonly number[], dtype: number, values: ArrayLike<number>): Attrs {
  const tensor_shape = shapeProto(shape);
  const first = values[0];
  const tensor =
    values.length > 1 && dtype !== DT.int64 && isUniform(values)
      ? { dtype, tensor_shape, ...single(dtype, first!) }
      : { dtype, tensor_shape, tensor_content: bytes(dtype, values) };
  return { dtype: typeAttr(dtype), value: { tensor } };
}

export function isUniform(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (!Object.is(values[i], values[0])) return false;
  return true;
}

const scalars = new WeakMap<Nodes, Map<string, Ref>>();

/** One node for each number, however often it is asked for. */
export function scalarNode(nodes: Nodes, value: number, dtype: number = DT.float32): Ref {
  const known = scalars.get(nodes) ?? new Map<string, Ref>();
  scalars.set(nodes, known);
  const key = `${dtype} ${value}`;
  const ref = known.get(key) ?? nodes.add('Const', [], constantAttrs([], dtype, [value]));
  known.set(key, ref);
  return ref;
}

function single(dtype: number, value: number) {
  if (dtype === DT.float32) return { float_val: [value] };
  return dtype === DT.bool ? { bool_val: [Boolean(value)] } : { int_val: [value] };
}

function bytes(dtype: number, values: ArrayLike<number>): Buffer {
  const array = typed(dtype, values);
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}

// `from` would go through a list of all numbers, for which a table of 60 million is too long.
function typed(dtype: number, values: ArrayLike<number>) {
  switch (dtype) {
    case DT.float32:
      return new Float32Array(values);
    case DT.int32:
      return new Int32Array(values);
    case DT.int64:
      return BigInt64Array.from(Array.from(values, BigInt));
    case DT.bool:
    case DT.uint8:
      return new Uint8Array(values);
    default:
      throw new Error(`constants of type ${dtype} are not recorded`);
  }
}
