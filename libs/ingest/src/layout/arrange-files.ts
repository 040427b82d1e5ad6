import type { ArchiveEntry } from '../archives/archive.js';
import { collectLeftOut, type Reason } from '../names/left-out.js';
import { quoteNames } from '../names/quote-names.js';
import { fullName } from '../pack/classes.js';
import type { Arranged, ArrangedFile } from './arranged.js';
import { classesByName } from './class-of-name.js';
import { isPlaced, type Placing, placeFiles } from './place-files.js';
import { placeReasons } from './reasons.js';

/** Classes that another file gives, by the path of an example; null where it names none. */
export interface GivenClasses {
  readonly from: string;
  readonly classOf: (
    path: string,
  ) => { readonly className: string; readonly part: ArrangedFile['part'] } | null;
}

const notInTable: Reason = {
  one: 'file is not named in the table of labels',
  many: 'files are not named in the table of labels',
  advice: 'Add rows for them to use them.',
};

/**
 * Gives each file its class: by its folder, else by a table beside the files, else by its name. `others` are files that are not
 * examples; they are left out for the given reason.
 */
export async function arrangeFiles(
  candidates: readonly ArchiveEntry[],
  others: readonly ArchiveEntry[],
  otherReason: Reason,
  findGiven: () => Promise<GivenClasses | undefined>,
): Promise<Arranged> {
  const leftOut = collectLeftOut();
  const { placings, notes } = placeFiles(candidates.map(({ path }) => path));
  for (const { path } of others) leftOut.add(otherReason, path);
  if (classesIn(placings) > 1) return { ...placedFiles(candidates, placings, leftOut), leftOut, notes };
  const given = await findGiven();
  if (given) return byTable(candidates, placings, given, leftOut);
  const usable = candidates.filter((_, i) => !isHidden(placings[i] as Placing));
  const words = classesByName(usable.map(({ path }) => path));
  if (!words) return { ...placedFiles(candidates, placings, leftOut), leftOut, notes };
  const partOf = new Map(candidates.map((entry, i) => [entry, (placings[i] as Placing).part]));
  const files = usable.flatMap((entry, i): ArrangedFile[] => {
    const className = words[i];
    if (className) return [{ entry, className, group: null, part: partOf.get(entry) ?? null }];
    leftOut.add(placeReasons.NO_FOLDER, entry.path);
    return [];
  });
  const names = [...new Set(files.map(({ className }) => className))];
  const sameParts = new Set(files.map(({ part }) => part)).size < 2;
  return {
    files: sameParts ? files.map((file) => ({ ...file, part: null })) : files,
    unlabelled: [],
    leftOut,
    notes: [`There are no class folders: the classes were read from the file names (${quoteNames(names)}).`],
  };
}

const isHidden = (placing: Placing): boolean =>
  !isPlaced(placing) && (placing.reason === 'HIDDEN' || placing.reason === 'MASK');

const classesIn = (placings: readonly Placing[]): number =>
  new Set(placings.filter(isPlaced).map(fullName)).size;

function placedFiles(
  candidates: readonly ArchiveEntry[],
  placings: readonly Placing[],
  leftOut: Arranged['leftOut'],
): Pick<Arranged, 'files' | 'unlabelled'> {
  const files: ArrangedFile[] = [];
  const unlabelled: ArchiveEntry[] = [];
  for (const [i, placing] of placings.entries()) {
    const entry = candidates[i] as ArchiveEntry;
    if (isPlaced(placing)) files.push({ entry, ...placing });
    else if (placing.reason === 'UNLABELLED') unlabelled.push(entry);
    else leftOut.add(placeReasons[placing.reason], entry.path);
  }
  return { files, unlabelled };
}

function byTable(
  candidates: readonly ArchiveEntry[],
  placings: readonly Placing[],
  given: GivenClasses,
  leftOut: Arranged['leftOut'],
): Arranged {
  const files = candidates.flatMap((entry, i): ArrangedFile[] => {
    const found = given.classOf(entry.path);
    if (found) return [{ entry, group: null, ...found, part: found.part ?? (placings[i] as Placing).part }];
    leftOut.add(notInTable, entry.path);
    return [];
  });
  return { files, unlabelled: [], leftOut, notes: [`The classes were read from ${given.from}.`] };
}
