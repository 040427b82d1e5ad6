import type { PackArray } from '../pack.js';

/** Arrays as a file holds them: floats, or 8-bit integers beside an array `NAME.scale` of floats, and `NAME.offset` of the same shape where zero is not among them. */
export type Int8Arrays = Readonly<
  Record<string, { readonly shape: readonly number[]; readonly values: PackArray['values'] | Int8Array }>
>;

const SCALE = '.scale';
const OFFSET = '.offset';
const LARGEST = 127;

/** One array as 8-bit integers with one scale for each slice along `axis`, named for a file. */
export function quantised(name: string, { shape, values }: PackArray, axis: number): Int8Arrays {
  const slices = shape[axis] as number;
  const scaleShape = shape.map((_, i) => (i === axis ? slices : 1));
  const index = sliceOf(shape, scaleShape);
  const scales = new Float32Array(slices);
  for (let i = 0; i < values.length; i++) {
    const slice = index(i);
    scales[slice] = Math.max(scales[slice] as number, Math.abs(values[i] as number) / LARGEST);
  }
  const rounded = Int8Array.from(values, (value, i) => Math.round(value / (scales[index(i)] || 1)));
  return {
    [name]: { shape, values: rounded },
    [name + SCALE]: { shape: scaleShape, values: scales },
  };
}

/** Arrays as they are used: 8-bit integers times their scales, plus their offsets. Throws RangeError where one is missing or does not fit. */
export function widened(arrays: Int8Arrays): Record<string, PackArray> {
  const out: Record<string, PackArray> = {};
  for (const [name, { shape, values }] of Object.entries(arrays)) {
    if (values instanceof Int8Array) {
      const floats = floatsOf(name, { shape, values }, arrays);
      integersOf.set(floats, partsOf(name, arrays));
      out[name] = { shape, values: floats };
    } else if (!belongsToIntegers(name, arrays)) out[name] = { shape, values };
  }
  return out;
}

/** An array of 8-bit integers, its scale and its offset, by the ends of their names. */
const partsOf = (name: string, arrays: Int8Arrays): Int8Arrays =>
  Object.fromEntries(
    ['', SCALE, OFFSET].flatMap((ending) => {
      const part = arrays[name + ending];
      return part ? [[ending, part]] : [];
    }),
  );

/** What floats were made of by `widened`. */
const integersOf = new WeakMap<PackArray['values'], Int8Arrays>();

/** Arrays as a file holds them: what was widened and has not changed since as its 8-bit integers, so that a model with a backbone that stayed takes no more room than the backbone. */
export function narrowed(arrays: Readonly<Record<string, PackArray>>): Int8Arrays {
  const out: Record<string, Int8Arrays[string]> = {};
  for (const [name, array] of Object.entries(arrays)) {
    const known = integersOf.get(array.values);
    const parts = known?.['']?.shape.join() === array.shape.join() ? known : undefined;
    const floats = parts && floatsOf('', parts[''] as Integers, parts);
    const same = floats?.every((value, i) => value === array.values[i]);
    for (const [ending, part] of same && parts ? Object.entries(parts) : [['', array] as const])
      out[name + ending] = part;
  }
  return out;
}

const belongsToIntegers = (name: string, arrays: Int8Arrays): boolean =>
  [SCALE, OFFSET].some(
    (ending) => name.endsWith(ending) && arrays[name.slice(0, -ending.length)]?.values instanceof Int8Array,
  );

interface Integers {
  readonly shape: readonly number[];
  readonly values: Int8Array;
}

function floatsOf(name: string, { shape, values }: Integers, arrays: Int8Arrays): Float32Array {
  const [scale, offset] = [arrays[name + SCALE], arrays[name + OFFSET]];
  const fits = scale?.shape.length === shape.length && scale.shape.every((n, i) => n === 1 || n === shape[i]);
  if (!scale || !fits) throw new RangeError(`The array ${name} has no scale that fits its shape.`);
  if (offset && offset.shape.join() !== scale.shape.join())
    throw new RangeError(`The offset of the array ${name} is not of the shape of its scale.`);
  const index = sliceOf(shape, scale.shape);
  const floats = new Float32Array(values.length);
  for (let i = 0; i < floats.length; i++) {
    const slice = index(i);
    floats[i] =
      (values[i] as number) * (scale.values[slice] as number) + ((offset?.values[slice] as number) ?? 0);
  }
  return floats;
}

/** Which scale an item has: scales differ along the one axis where their shape is not 1. */
function sliceOf(shape: readonly number[], scaleShape: readonly number[]): (item: number) => number {
  const axis = scaleShape.findIndex((n) => n > 1);
  if (axis < 0) return () => 0;
  const inner = shape.slice(axis + 1).reduce((product, n) => product * n, 1);
  const slices = scaleShape[axis] as number;
  return inner === 1 ? (item) => item % slices : (item) => Math.floor(item / inner) % slices;
}
