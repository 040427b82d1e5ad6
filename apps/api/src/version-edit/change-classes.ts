import { limits, type VersionEdit } from '@kshot/domain';
import { nameFor } from '../schema/name-for.js';
import { bad } from './bad.js';
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
    return [name, nameFor('class', raw)];
  });
  for (const name of asked.removeClasses) touch(name, 'removed');
  const groups = asked.mergeClasses.map(({ classes: several, into: raw }) => {
    const into = nameFor('class', raw);
    const members = new Set(several);
    if (members.size === 0) throw bad(`Name the classes that are merged into "${into}".`);
    for (const name of members) touch(name, 'merged');
    if (known.has(into) && !taken.has(into)) touch(into, 'merged');
    if ([...members].every((name) => name === into))
      throw bad(`Class "${into}" cannot be merged into itself. Name another class.`);
    return { into, members: members.add(into) };
  });
  const merges = groups.flatMap(({ into, members }) =>
    [...members].filter((name) => known.has(name)).map((name): [string, string] => [name, into]),
  );
  const removed = new Set(asked.removeClasses);
  const renamed = [...renames, ...merges].filter(([from, to]) => from !== to);
  const names = new Map(renamed);
  const after = (name: string): string | null => (removed.has(name) ? null : (names.get(name) ?? name));
  assertFree(classes, groups, after);
  const left = new Set(classes.map(after).filter((name) => name !== null));
  const fresh = new Set(
    asked.addClasses.map((name) => nameFor('class', name)).filter((name) => !left.has(name)),
  );
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
  groups: readonly { readonly into: string; readonly members: ReadonlySet<string> }[],
  after: (name: string) => string | null,
): void {
  const owner = new Map<string, string>();
  for (const name of classes) {
    const goal = after(name);
    if (goal === null) continue;
    const other = owner.get(goal);
    const merged = groups.some(
      ({ into, members }) => into === goal && members.has(name) && members.has(other ?? name),
    );
    if (other !== undefined && !merged)
      throw bad(`"${other}" and "${name}" would both be called "${goal}". Merge them instead.`);
    owner.set(goal, name);
  }
}
