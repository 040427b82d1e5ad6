import { DomainError } from '../domain-error.js';
import type { Array1, Pack, PackArray } from '../pack.js';

/** What is done to the examples of a version to make the next one. */
export interface Fix {
  /** Rows that are left out. */
  readonly removed: readonly number[];
  /** Rows with the number of their new class. */
  readonly relabelled: readonly (readonly [row: number, classIndex: number])[];
}

/** A pack without some rows and with other labels; classes that lost all examples go. Everything else stays, splits too. */
export function fixedPack(pack: Pack, { removed, relabelled }: Fix): { pack: Pack; kept: Int32Array } {
  const gone = new Set(removed);
  const { manifest, arrays } = pack;
  const kept = Int32Array.from({ length: manifest.count }, (_, row) => row).filter((row) => !gone.has(row));
  const labels = arrays.labels!.values.slice() as Int32Array;
  for (const [row, k] of relabelled) labels[row] = k;
  const counts = new Int32Array(manifest.classes.length);
  for (const row of kept) counts[labels[row] as number] = (counts[labels[row] as number] as number) + 1;
  const left = [...counts.keys()].filter((k) => (counts[k] as number) > 0);
  if (left.length < 2)
    throw new DomainError('DATA_ONE_CLASS', 'The fix leaves fewer than two classes. Remove fewer examples.');
  const place = new Map(left.map((k, at) => [k, at]));
  const rest = Object.entries(arrays)
    .filter(([name]) => !['labels', 'utf8', 'offsets'].includes(name))
    .map(([name, array]) => [name, rowsOf(array, kept)] as const);
  const own = {
    ...Object.fromEntries(rest),
    ...(arrays.utf8 && arrays.offsets ? textsOf(arrays.utf8, arrays.offsets, kept) : {}),
    labels: { shape: [kept.length], values: kept.map((row) => place.get(labels[row] as number) as number) },
  };
  const classes = left.map((k) => ({ ...manifest.classes[k]!, count: counts[k] as number }));
  return { pack: { manifest: { ...manifest, count: kept.length, classes }, arrays: own }, kept };
}

function rowsOf({ shape, values }: PackArray, kept: Int32Array): PackArray {
  const each = values.length / Math.max(1, shape[0] as number);
  const out = emptyLike(values, each * kept.length);
  for (const [at, row] of kept.entries()) out.set(values.subarray(row * each, (row + 1) * each), at * each);
  return { shape: [kept.length, ...shape.slice(1)], values: out };
}

const emptyLike = (values: Array1, length: number): Array1 =>
  new (values.constructor as new (length: number) => Array1)(length);

function textsOf(utf8: PackArray, offsets: PackArray, kept: Int32Array): Record<string, PackArray> {
  const lengths = kept.map((row) => (offsets.values[row + 1] as number) - (offsets.values[row] as number));
  const starts = new Int32Array(kept.length + 1);
  for (const [at, length] of lengths.entries()) starts[at + 1] = (starts[at] as number) + length;
  const bytes = new Uint8Array(starts[kept.length] as number);
  for (const [at, row] of kept.entries())
    bytes.set(
      (utf8.values as Uint8Array).subarray(offsets.values[row], offsets.values[row + 1]),
      starts[at] as number,
    );
  return {
    utf8: { shape: [bytes.length], values: bytes },
    offsets: { shape: [starts.length], values: starts },
  };
}
