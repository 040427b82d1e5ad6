import type { PackArray } from './pack.js';

type Arrays = Readonly<Record<string, PackArray>>;

/** What follows `utf8` and `offsets` in the names of arrays of texts: nothing for texts of examples, `:INDEX` for those of a column. */
export const textsIn = (arrays: Arrays): string[] =>
  Object.keys(arrays).flatMap((name) => (/^utf8(:|$)/.test(name) ? [name.slice('utf8'.length)] : []));

/** UTF-8 of a text; empty where it is missing. */
export function textBytes(arrays: Arrays, of: string, index: number): Uint8Array {
  const offsets = arrays[`offsets${of}`]!.values;
  return (arrays[`utf8${of}`]!.values as Uint8Array).subarray(offsets[index], offsets[index + 1]);
}
