import type { OpAttr } from '../binding.js';

/** An attribute of a node, as protobufjs takes an AttrValue. */
export type Attr = Readonly<Record<string, unknown>>;
export type Attrs = Readonly<Record<string, Attr>>;

export const typeAttr = (type: number): Attr => ({ type });
export const intAttr = (i: number): Attr => ({ i });
export const boolAttr = (b: boolean): Attr => ({ b });
export const stringAttr = (s: string): Attr => ({ s: Buffer.from(s) });
export const funcAttr = (name: string): Attr => ({ func: { name } });
export const typesAttr = (type: readonly number[]): Attr => ({ list: { type } });
export const shapesAttr = (shape: readonly (readonly number[])[]): Attr => ({
  list: { shape: shape.map(shapeProto) },
});
export const shapeAttr = (shape: readonly number[]): Attr => ({ shape: shapeProto(shape) });

/** −1 is an extent that is not known. */
export function shapeProto(shape: readonly number[]) {
  return { dim: shape.map((size) => ({ size })) };
}

/** The kinds of TF_AttrType, in the C API's order. */
const STRING = 0;
const INT = 1;
const FLOAT = 2;
const BOOL = 3;
const TYPE = 4;
const SHAPE = 5;

/** What a tfjs-node kernel hands to the binding, as an AttrValue. */
export function attrOf({ name, type, value }: OpAttr): Attr {
  const list = Array.isArray(value);
  switch (type) {
    case STRING:
      return list ? { list: { s: value.map((s) => Buffer.from(String(s))) } } : stringAttr(String(value));
    case INT:
      return list ? { list: { i: value } } : intAttr(Number(value));
    case FLOAT:
      return list ? { list: { f: value } } : { f: Number(value) };
    case BOOL:
      return list ? { list: { b: value } } : boolAttr(Boolean(value));
    case TYPE:
      return list ? typesAttr(value) : typeAttr(Number(value));
    case SHAPE:
      return shapeAttr(value as number[]);
    default:
      throw new Error(`attribute ${name} of kind ${type} is not recorded`);
  }
}
