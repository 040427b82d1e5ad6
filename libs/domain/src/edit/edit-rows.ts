import { randomFrom, shuffled } from '@kshot/fewshot';
import { DomainError } from '../domain-error.js';
import type { PackClass, PackManifest } from '../pack.js';
import type { VersionEdit } from './version-edit.js';

/** Share of each class that is tested on where no example had a class before. */
const FIRST_SHARE = 0.2;

/** A version without its content. */
export interface VersionRows {
  readonly manifest: Pick<PackManifest, 'classes' | 'splits' | 'unlabelled'>;
  readonly labels: Int32Array;
  /** [n] part of each labelled example, by split. */
  readonly parts: Readonly<Record<string, Uint8Array>>;
}

export interface EditedRows extends VersionRows {
  /** [n + unlabelled] row of the old version, or the number of rows there plus the place among the added ones. */
  readonly from: Int32Array;
}

/**
 * Applies an edit: kept examples stay in order, newly labelled and added ones follow, unlabelled ones come last. Classes without
 * examples go. Throws DATA_ONE_CLASS.
 */
export function editRows(
  { manifest, labels, parts }: VersionRows,
  { renamed, removedClasses, removed, moved }: Omit<VersionEdit, 'addedHash' | 'files'>,
  added: readonly (string | null)[],
): EditedRows {
  const names = new Map(renamed);
  const nameOf = (k: number): string => {
    const { name } = manifest.classes[k] as PackClass;
    return names.get(name) ?? name;
  };
  const before = labels.length + (manifest.unlabelled ?? 0);
  const gone = new Set(removed);
  const goals = new Map(moved);
  const goneClasses = new Set(removedClasses);
  const stays = (row: number): boolean =>
    !gone.has(row) &&
    (row >= labels.length ||
      goals.has(row) ||
      !goneClasses.has(manifest.classes[labels[row] as number]!.name));
  const all = [...Array(before).keys()].filter(stays);
  const classOf = (row: number): string | null =>
    row < before
      ? (goals.get(row) ?? (row < labels.length ? nameOf(labels[row] as number) : null))
      : (added[row - before] as string | null);
  const rows = [...all, ...added.map((_, i) => before + i)];
  const labelled = rows.filter((row) => classOf(row) !== null);
  const unlabelled = rows.filter((row) => classOf(row) === null);
  const classes = classesAfter(manifest.classes, labelled.map(classOf) as string[], names);
  const index = new Map(classes.map(({ name }, k) => [name, k]));
  const newLabels = Int32Array.from(labelled, (row) => index.get(classOf(row) as string) as number);
  return {
    manifest: {
      classes,
      splits: manifest.splits,
      ...(unlabelled.length > 0 ? { unlabelled: unlabelled.length } : {}),
    },
    labels: newLabels,
    parts: Object.fromEntries(
      manifest.splits.map((split) => [
        split.name,
        partsAfter(split, parts[split.name] as Uint8Array, labelled, newLabels),
      ]),
    ),
    from: Int32Array.from([...labelled, ...unlabelled]),
  };
}

/** In order of their names. A class keeps its group while its name does. */
function classesAfter(
  old: readonly PackClass[],
  names: readonly string[],
  renamed: ReadonlyMap<string, string>,
): PackClass[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  if (counts.size < 2)
    throw new DomainError(
      'DATA_ONE_CLASS',
      'The changes leave fewer than two classes with examples. Remove or merge less.',
    );
  const groups = new Map(
    old.filter(({ name }) => !renamed.has(name)).map(({ name, group }) => [name, group]),
  );
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }) || (a < b ? -1 : 1))
    .map(([name, count]) => ({ name, group: groups.get(name) ?? null, count }));
}

/**
 * Old examples stay in their part. New ones go to training, but where Kshot itself made the split each class keeps its share of
 * the test part.
 */
function partsAfter(
  { name, seed, parts }: PackManifest['splits'][number],
  old: Uint8Array,
  rows: readonly number[],
  labels: Int32Array,
): Uint8Array {
  const train = Math.max(0, parts.indexOf('train'));
  const test = parts.indexOf('test');
  const assigned = Uint8Array.from(rows, (row) => (row < old.length ? (old[row] as number) : train));
  if (name !== 'default' || test < 0) return assigned;
  const share = old.length === 0 ? FIRST_SHARE : old.filter((part) => part === test).length / old.length;
  const random = randomFrom(seed);
  const places = new Map<number, { total: number; tested: number; fresh: number[] }>();
  for (const [at, row] of rows.entries()) {
    const k = labels[at] as number;
    const own = places.get(k) ?? { total: 0, tested: 0, fresh: [] };
    places.set(k, own);
    own.total++;
    if (row >= old.length) own.fresh.push(at);
    else if (old[row] === test) own.tested++;
  }
  for (const { total, tested, fresh } of places.values()) {
    const wanted = Math.min(fresh.length, Math.max(0, Math.round(share * total) - tested));
    for (const at of shuffled(fresh, random).subarray(0, wanted)) assigned[at] = test;
  }
  return assigned;
}
