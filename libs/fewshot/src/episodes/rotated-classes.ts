import type { Packed } from '../engine/program.js';
import type { ClassRows } from './class-rows.js';

/**
 * Square pictures [n, side, side, channels] → [4n, …]: the pictures, then all of them turned by 90, 180 and 270 degrees
 * counter-clockwise (Santoro 2016). Row `r·n + i` is picture i turned r times.
 */
export function rotatedPictures({ shape, values }: Packed): Packed {
  const [n, side, width, channels] = shape as [number, number, number, number];
  if (shape.length !== 4 || side !== width)
    throw new RangeError(
      `Only square pictures can be turned into new classes, not ${shape.slice(1).join(' x ')}.`,
    );
  const size = side * side * channels;
  const out = values instanceof Uint8Array ? new Uint8Array(4 * n * size) : new Float32Array(4 * n * size);
  out.set(values);
  for (let turn = 1; turn < 4; turn++) {
    const [from, to] = [(turn - 1) * n * size, turn * n * size];
    for (let i = 0; i < n; i++)
      for (let y = 0; y < side; y++)
        for (let x = 0; x < side; x++)
          for (let c = 0; c < channels; c++)
            out[to + i * size + (y * side + x) * channels + c] = out[
              from + i * size + (x * side + side - 1 - y) * channels + c
            ] as number;
  }
  return { shape: [4 * n, side, side, channels], values: out };
}

/** The classes, then each turned by 90, 180 and 270 degrees as a class of its own; families are turned along. */
export function rotatedClasses(classes: readonly ClassRows[], pictures: number): ClassRows[] {
  return [0, 1, 2, 3].flatMap((turn) =>
    classes.map(({ name, group, rows }) => ({
      name: turn === 0 ? name : `${name} turned ${90 * turn}°`,
      rows: rows.map((row) => row + turn * pictures),
      ...(group === undefined ? {} : { group: turn === 0 ? group : `${group} turned ${90 * turn}°` }),
    })),
  );
}
