import { DomainError, limits, type VersionEdit } from '@kshot/domain';
import { cleanName } from '@kshot/ingest';
import type { EditVersionInput } from './edit-version.input.js';

type Asked = Pick<EditVersionInput, 'renameClasses' | 'mergeClasses' | 'removeClasses' | 'addClasses'>;

export interface ChangedClasses extends Pick<VersionEdit, 'renamed' | 'removedClasses'> {
  /** What a class of the version is called afterwards; null where it is left out. */
  after(name: string): string | null;
  /** Names that examples may be moved to or added to. */
  readonly names: ReadonlySet<string>;
  readonly fresh: ReadonlySet<string>;
}

/** Checks what is asked to be done to the classes of a version. Throws BAD_INPUT. */
export function changeClasses(classes: readonly string[], asked: Asked): ChangedClasses {
  const known = new Set(classes);
  const existing = (name: string): string => {
    if (known.has(name)) return name;
    throw bad(`The version has no class "${name}".`);
  };
  const taken = new Map<string, string>();
  const touch = (name: string, what: string): void => {
    const before = taken.get(existing(name));
    if (before) throw bad(`Class "${name}" is ${before} and ${what} at once. Do one of them.`);
    taken.set(name, what);
  };
  const renames = asked.renameClasses.map(({ class: name, name: raw }): [string, string] => {
    touch(name, 'renamed');
    return [name, newName(raw)];
  });
  const merges = asked.mergeClasses.flatMap(({ classes: several, into }): [string, string][] => {
    if (new Set(several).size < 2) throw bad('Name at least two classes to merge.');
    return [...new Set(several)].map((name) => {
      touch(name, 'merged');
      return [name, newName(into)];
    });
  });
  for (const name of asked.removeClasses) touch(name, 'removed');
  const removed = new Set(asked.removeClasses);
  const renamed = [...renames, ...merges].filter(([from, to]) => from !== to);
  const names = new Map(renamed);
  const after = (name: string): string | null => (removed.has(name) ? null : (names.get(name) ?? name));
  assertFree(classes, renames, asked.mergeClasses, after);
  const left = new Set(classes.map(after).filter((name) => name !== null));
  const fresh = new Set(asked.addClasses.map(newName));
  for (const name of fresh)
    if (left.has(name)) throw bad(`There is a class "${name}" already. Add examples to it instead.`);
  if (left.size + fresh.size > limits.classes) throw bad(`At most ${limits.classes} classes are accepted.`);
  return {
    renamed,
    removedClasses: [...removed],
    after,
    names: new Set([...left, ...fresh, ...removed]),
    fresh,
  };
}

/** No two classes get one name without having been merged. */
function assertFree(
  classes: readonly string[],
  renames: readonly (readonly [string, string])[],
  merges: Asked['mergeClasses'],
  after: (name: string) => string | null,
): void {
  const groups = new Map<string, string>();
  for (const { classes: several, into } of merges)
    for (const name of several) groups.set(name, newName(into));
  const owner = new Map<string, string>();
  for (const name of classes) {
    const goal = after(name);
    if (goal === null) continue;
    const other = owner.get(goal);
    if (other !== undefined && !(groups.get(name) === goal && groups.get(other) === goal))
      throw bad(`"${other}" and "${name}" would both be called "${goal}". Merge them instead.`);
    owner.set(goal, name);
  }
  for (const [from, to] of renames) if (to === '') throw bad(`Class "${from}" needs a name.`);
}

function newName(raw: string): string {
  const name = cleanName(raw);
  if (name === '' || raw.trim().length > 255) throw bad('A class needs a name of 1 to 255 characters.');
  return name;
}

export const bad = (message: string): DomainError => new DomainError('BAD_INPUT', message);
