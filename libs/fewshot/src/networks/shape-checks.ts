import type { Layer } from './layer.js';

/** Features of a flat shape. Throws RangeError naming the layer, as those below. */
export function flat(layer: Layer, shape: readonly number[]): number {
  if (shape.length !== 1)
    throw new RangeError(`Layer ${layer.name} needs a flat input, not ${shape.join(' x ')}.`);
  return shape[0] as number;
}

/** Tokens and features. */
export function tokens(layer: Layer, shape: readonly number[]): [number, number] {
  if (shape.length !== 2)
    throw new RangeError(`Layer ${layer.name} needs tokens x features, not ${shape.join(' x ')}.`);
  return [shape[0] as number, shape[1] as number];
}

/** Height, width and channels. */
export function image(layer: Layer, shape: readonly number[]): [number, number, number] {
  if (shape.length !== 3)
    throw new RangeError(`Layer ${layer.name} needs height x width x channels, not ${shape.join(' x ')}.`);
  return [shape[0] as number, shape[1] as number, shape[2] as number];
}
