import type { Packed } from '@kshot/fewshot';
import { FLOAT, INT64 } from './onnx-messages.js';

type Attribute = number | string | readonly number[] | { readonly float: number };
const NUMBER = { f: 1, i: 2, s: 3, ints: 7 };

/** Nodes and constants of an ONNX graph, collected one after another. */
export interface OnnxGraph {
  readonly nodes: object[];
  readonly constants: object[];
  /** Adds a node and gives the name of its first output; `outputs` of them are `name`, `name.1` … */
  node(
    op: string,
    inputs: readonly string[],
    attributes?: Record<string, Attribute>,
    outputs?: number,
  ): string;
  floats(values: ArrayLike<number>, shape?: readonly number[]): string;
  whole(values: readonly number[], shape?: readonly number[]): string;
}

/** Where a layer is written. */
export interface Place {
  readonly graph: OnnxGraph;
  /** The name of a stored array of the layer, as a constant. */
  readonly stored: (name: string) => string;
  readonly array: (name: string) => Packed;
  /** The output of an earlier layer. */
  readonly earlier: (name: string) => string;
}
/** Writes a layer that takes `x`, and gives the name of its output. */
export type Mapping<L> = (layer: L, x: string, place: Place) => string;

export function onnxGraph(): OnnxGraph {
  const nodes: object[] = [];
  const constants: object[] = [];
  const constant = (
    array: Float32Array | BigInt64Array,
    dataType: number,
    shape: readonly number[],
  ): string => {
    const name = `c${constants.length}`;
    const rawData = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    constants.push({ name, dims: shape, dataType, rawData });
    return name;
  };
  return {
    nodes,
    constants,
    node(opType, input, attributes = {}, outputs = 1) {
      const name = `n${nodes.length}`;
      const output = Array.from({ length: outputs }, (_, i) => (i === 0 ? name : `${name}.${i}`));
      const attribute = Object.entries(attributes).map(([key, value]) => attributeOf(key, value));
      nodes.push({ opType, input, output, attribute });
      return name;
    },
    floats: (values, shape = []) => constant(Float32Array.from(values), FLOAT, shape),
    whole: (values, shape = [values.length]) =>
      constant(
        BigInt64Array.from(values, (value) => BigInt(value)),
        INT64,
        shape,
      ),
  };
}

function attributeOf(name: string, value: Attribute): object {
  if (typeof value === 'number') return { name, i: value, type: NUMBER.i };
  if (typeof value === 'string') return { name, s: Buffer.from(value), type: NUMBER.s };
  if ('float' in value) return { name, f: value.float, type: NUMBER.f };
  return { name, ints: value, type: NUMBER.ints };
}
