import type { Buckets } from './buckets.js';
import type { Points } from './points.js';

/** A row of metric_chunk without its place: which names it holds and their numbers, in network byte order. */
export interface ChunkData {
  readonly names: readonly string[];
  /** Of each name, which list of steps it has. */
  readonly grids: readonly number[];
  /** Length of each list of steps. */
  readonly counts: readonly number[];
  readonly data: Buffer;
}

export type SeriesOf<T> = ReadonlyMap<string, T>;

/** Points as a chunk; series with the same steps share their list. */
export function writePoints(series: SeriesOf<Points>): ChunkData {
  const lists: Int32Array[] = [];
  const grids = [...series.values()].map(({ steps }) => {
    const known = lists.findIndex((list) => same(list, steps));
    return known >= 0 ? known : lists.push(steps) - 1;
  });
  const values = [...series.values()].map((points) => points.values);
  return {
    names: [...series.keys()],
    grids,
    counts: lists.map(({ length }) => length),
    data: networkOrder([...lists, ...values]),
  };
}

export function readPoints({ names, grids, counts, data }: ChunkData): Map<string, Points> {
  const next = reader(data);
  const lists = counts.map((count) => next(Int32Array, count));
  return new Map(
    names.map((name, i) => {
      const steps = lists[grids[i] as number] as Int32Array;
      return [name, { steps, values: next(Float64Array, steps.length) }];
    }),
  );
}

/** Buckets as a chunk; each series has a list of its own. */
export const writeBuckets = (series: SeriesOf<Buckets>): ChunkData => ({
  names: [...series.keys()],
  grids: [...series.keys()].map((_, i) => i),
  counts: [...series.values()].map(({ first }) => first.length),
  data: networkOrder(
    [...series.values()].flatMap(({ first, last, count, minimum, maximum, mean }) => [
      first,
      last,
      count,
      minimum,
      maximum,
      mean,
    ]),
  ),
});

export function readBuckets({ names, counts, data }: ChunkData): Map<string, Buckets> {
  const next = reader(data);
  return new Map(
    names.map((name, i) => {
      const n = counts[i] as number;
      const [first, last, count] = [next(Int32Array, n), next(Int32Array, n), next(Int32Array, n)];
      const [minimum, maximum, mean] = [next(Float64Array, n), next(Float64Array, n), next(Float64Array, n)];
      return [name, { first, last, count, minimum, maximum, mean }];
    }),
  );
}

function same(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i]);
}

function networkOrder(columns: readonly (Int32Array | Float64Array)[]): Buffer {
  const swapped = columns.map((column) => {
    const bytes = Buffer.from(column.buffer, column.byteOffset, column.byteLength);
    const copy = Buffer.from(bytes);
    return column instanceof Int32Array ? copy.swap32() : copy.swap64();
  });
  return Buffer.concat(swapped);
}

/** Takes one column after another out of the bytes. */
function reader(data: Buffer) {
  let at = 0;
  return <T extends Int32Array | Float64Array>(
    kind: { new (buffer: ArrayBuffer): T; readonly BYTES_PER_ELEMENT: number },
    count: number,
  ): T => {
    const bytes = Buffer.alloc(count * kind.BYTES_PER_ELEMENT); // not of the pool: its memory is its own
    data.copy(bytes, 0, at, at + bytes.length);
    at += bytes.length;
    if (kind.BYTES_PER_ELEMENT === 4) bytes.swap32();
    else bytes.swap64();
    return new kind(bytes.buffer);
  };
}
