import type { Packed } from '../engine/program.js';
import type { ClassRows } from './class-rows.js';

/** Pictures [n, height, width, channels] → [2n, …]: the pictures, then all of them with left and right exchanged. */
export function mirroredPictures({ shape, values }: Packed): Packed {
  const [n, height, width, channels] = shape as [number, number, number, number];
  const size = values.length;
  const out = values instanceof Uint8Array ? new Uint8Array(2 * size) : new Float32Array(2 * size);
  out.set(values);
  for (let row = 0; row < n * height; row++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < channels; c++)
        out[size + (row * width + x) * channels + c] = values[
          (row * width + width - 1 - x) * channels + c
        ] as number;
  return { shape: [2 * n, height, width, channels], values: out };
}

/** The classes, then each mirrored as a class of its own; families are mirrored along. */
export function mirroredClasses(classes: readonly ClassRows[], pictures: number): ClassRows[] {
  const mirrored = classes.map(({ name, group, rows }) => ({
    name: `${name} mirrored`,
    rows: rows.map((row) => row + pictures),
    ...(group === undefined ? {} : { group: `${group} mirrored` }),
  }));
  return [...classes, ...mirrored];
}
