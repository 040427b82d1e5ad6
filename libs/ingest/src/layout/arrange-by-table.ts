import type { ArchiveEntry } from '../archives/archive.js';
import type { Arranged, ArrangedFile } from './arranged.js';
import type { Placing } from './place-files.js';

/** Classes that other files give, by the path of an example. */
export interface GivenClasses {
  /** The tables that the classes are in; empty where none names any. */
  readonly tables: readonly ArchiveEntry[];
  /** Tables that say nothing about classes, and were reported. */
  readonly passedOver: readonly ArchiveEntry[];
  /** The class of an example; null where it is named without one, undefined where it is not named. */
  readonly classOf: (path: string) => GivenClass | null | undefined;
  /** What is odd about the tables. */
  readonly notes: readonly string[];
}

export interface GivenClass {
  readonly className: string;
  readonly part: ArrangedFile['part'];
}

/** Gives each file the class of a table; those that it gives none are kept as unlabelled. */
export function arrangeByTable(
  candidates: readonly ArchiveEntry[],
  placings: readonly Placing[],
  { tables, classOf, notes }: GivenClasses,
  leftOut: Arranged['leftOut'],
): Arranged {
  const files: ArrangedFile[] = [];
  const unlabelled: ArchiveEntry[] = [];
  for (const [i, entry] of candidates.entries()) {
    const placing = placings[i] as Placing;
    const found = classOf(entry.path);
    if (found) files.push({ entry, group: null, ...found, part: found.part ?? placing.part });
    else unlabelled.push(entry);
  }
  const sameParts = new Set(files.map(({ part }) => part)).size < 2;
  return {
    files: sameParts ? files.map((file) => ({ ...file, part: null })) : files,
    unlabelled,
    unlabelledWhy: 'the table of labels gives them none',
    leftOut,
    notes: [
      `The classes were read from the table ${tables.map(({ path }) => path).join(' and ')}.`,
      ...notes,
    ],
  };
}
