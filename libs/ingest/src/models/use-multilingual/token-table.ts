import type { Int8Arrays } from '@kshot/domain';
import { incomplete } from './incomplete.js';

/** Arrays of the package by name. */
export type PackageArrays = Readonly<Record<string, Int8Arrays[string] | undefined>>;

/**
 * The vectors of all tokens: those of token t are in chunk t mod chunks (q1, q2, …), as bytes with one scale and one least value for
 * each chunk; behind them a row of zeros for padding. Throws DATA_FORMAT where chunks are missing or differ in size.
 */
export function tokenTable(
  arrays: PackageArrays,
): Readonly<Record<'words' | 'scale' | 'offset', Int8Arrays[string]>> {
  const { scale, lo } = arrays;
  const chunks = scale?.values.length ?? 0;
  const [rows = 0, width = 0] = arrays.q1?.shape ?? [];
  const tables = Array.from({ length: chunks }, (_, i) => arrays[`q${i + 1}`]);
  const fits = tables.every(
    (table) => table?.values instanceof Uint8Array && table.shape.join() === `${rows},${width}`,
  );
  if (!scale || lo?.values.length !== chunks || rows * width === 0 || !fits)
    throw incomplete('has no whole table of tokens (scale, lo, q1, q2, …)');
  const count = chunks * rows + 1;
  const values = new Int8Array(count * width);
  const [scales, offsets] = [new Float32Array(count), new Float32Array(count)];
  for (let token = 0; token < count - 1; token++) {
    const chunk = token % chunks;
    const row = Math.floor(token / chunks) * width;
    const bytes = tables[chunk]?.values as Uint8Array;
    for (let i = 0; i < width; i++) values[token * width + i] = (bytes[row + i] as number) - 128;
    scales[token] = scale.values[chunk] as number;
    offsets[token] = (lo.values[chunk] as number) + 128 * (scale.values[chunk] as number);
  }
  return {
    words: { shape: [count, width], values },
    scale: { shape: [count, 1], values: scales },
    offset: { shape: [count, 1], values: offsets },
  };
}
