import type { EditVersionInput, PredictInput } from '@/generated/graphql';
import { formatMany } from '../../format/number';

/** An example that is not saved yet. */
export type NewExample =
  | { kind: 'input'; input: PredictInput; text: string }
  | { kind: 'file'; file: File; url: string };

/** A change that is not saved yet. Classes are named as they are called when it is made. */
export type Change =
  | { kind: 'RELABEL'; ids: string[]; class: string }
  | { kind: 'REMOVE'; ids: string[] }
  | { kind: 'RENAME'; class: string; name: string }
  | { kind: 'MERGE'; class: string; into: string }
  | { kind: 'REMOVE_CLASS'; class: string }
  | { kind: 'ADD'; class: string; examples: NewExample[] };

/** What changes come to. A class is known by its name in the version, a new one by its first name. */
export interface Outcome {
  readonly removed: ReadonlySet<string>;
  /** New class of examples, by their ids. */
  readonly goals: ReadonlyMap<string, string>;
  readonly added: readonly { readonly class: string; readonly examples: readonly NewExample[] }[];
  readonly removedClasses: ReadonlySet<string>;
  /** What a class of the version is called now. */
  nameOf(original: string): string;
  readonly input: Required<
    Pick<
      EditVersionInput,
      'renameClasses' | 'mergeClasses' | 'removeClasses' | 'addClasses' | 'relabel' | 'remove'
    >
  >;
}

/** Works out a list of changes, in their order. */
export function outcomeOf(changes: readonly Change[]): Outcome {
  const names = new Map<string, string>(); // of classes that were renamed or merged, by what they are known by
  const merged = new Set<string>();
  const removedClasses = new Set<string>();
  const removed = new Set<string>();
  const goals = new Map<string, string>();
  const added: { class: string; examples: NewExample[] }[] = [];
  const nameOf = (known: string): string => names.get(known) ?? known;
  /** Those that are called so now: renamed ones, and the class itself unless another took its name. */
  const called = (name: string): string[] => {
    const renamed = [...names].filter(([, now]) => now === name).map(([known]) => known);
    const isTaken = names.has(name) || renamed.some((known) => !merged.has(known));
    return isTaken ? renamed : [...renamed, name];
  };
  const one = (name: string): string => called(name)[0] ?? name;
  for (const change of changes) {
    switch (change.kind) {
      case 'RENAME':
        for (const known of called(change.class)) names.set(known, change.name);
        break;
      case 'MERGE':
        for (const known of called(change.class)) {
          names.set(known, change.into);
          merged.add(known);
        }
        break;
      case 'REMOVE_CLASS':
        for (const known of called(change.class)) removedClasses.add(known);
        break;
      case 'REMOVE':
        for (const id of change.ids) removed.add(id);
        break;
      case 'RELABEL':
        for (const id of change.ids) goals.set(id, one(change.class));
        break;
      case 'ADD':
        added.push({ class: one(change.class), examples: change.examples });
    }
  }
  const targets = new Set([
    ...[...goals].flatMap(([id, known]) => (removed.has(id) ? [] : [known])),
    ...added.map((group) => group.class),
  ]);
  return {
    removed,
    goals: new Map([...goals].map(([id, known]) => [id, nameOf(known)])),
    added: added.map(({ class: known, examples }) => ({ class: nameOf(known), examples })),
    removedClasses,
    nameOf,
    input: {
      ...classesInput(names, merged, removedClasses),
      addClasses: [...new Set([...targets].map(nameOf))],
      relabel: [...goals].flatMap(([exampleId, known]) =>
        removed.has(exampleId) ? [] : [{ exampleId, class: nameOf(known) }],
      ),
      remove: [...removed],
    },
  };
}

/** Whether a class is called so after the changes, among classes of the version by the names they have in it. */
export const isClassName = (outcome: Outcome, originals: readonly string[], name: string): boolean =>
  originals.some((each) => !outcome.removedClasses.has(each) && outcome.nameOf(each) === name) ||
  outcome.input.renameClasses.some((renamed) => renamed.name === name) ||
  outcome.input.mergeClasses.some(({ into }) => into === name) ||
  outcome.input.addClasses.includes(name);

function classesInput(
  names: ReadonlyMap<string, string>,
  merged: ReadonlySet<string>,
  removed: ReadonlySet<string>,
) {
  const groups = new Map<string, string[]>();
  for (const [known, name] of names)
    if (!removed.has(known)) groups.set(name, [...(groups.get(name) ?? []), known]);
  const all = [...groups];
  const isMerge = ([, members]: [string, string[]]) => members.length > 1 || merged.has(members[0] as string);
  return {
    renameClasses: all
      .filter((group) => !isMerge(group))
      .map(([name, members]) => ({ class: members[0] as string, name })),
    mergeClasses: all.filter(isMerge).map(([into, classes]) => ({ classes, into })),
    removeClasses: [...removed],
  };
}

/** A change in words. */
export function changeText(change: Change): string {
  const many = (count: number) => formatMany(count, 'example');
  switch (change.kind) {
    case 'RELABEL':
      return `Move ${many(change.ids.length)} to ${change.class}`;
    case 'REMOVE':
      return `Delete ${many(change.ids.length)}`;
    case 'RENAME':
      return `Rename ${change.class} to ${change.name}`;
    case 'MERGE':
      return `Merge ${change.class} into ${change.into}`;
    case 'REMOVE_CLASS':
      return `Delete class ${change.class}`;
    case 'ADD':
      return `Add ${many(change.examples.length)} to ${change.class}`;
  }
}
