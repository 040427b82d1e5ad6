import type { ArchiveEntry } from '../archives/archive.js';
import { collectLeftOut, type Reason } from '../names/left-out.js';
import { fullName } from '../pack/classes.js';
import { arrangeByName } from './arrange-by-name.js';
import { arrangeByTable, type GivenClasses } from './arrange-by-table.js';
import type { Arranged, ArrangedFile } from './arranged.js';
import { isPlaced, type Placing, placeFiles } from './place-files.js';
import { placeReasons } from './reasons.js';

/**
 * Gives each file its class: by its folder, else by a table beside the files, else by its name. `others` are files that are not
 * examples; they are left out for the given reason. Hidden files and masks are never examples. Files that nothing gives a class
 * are left out, or kept as unlabelled where all are to be kept.
 */
export async function arrangeFiles(
  files: readonly ArchiveEntry[],
  others: readonly ArchiveEntry[],
  otherReason: Reason,
  findGiven: (
    candidates: readonly ArchiveEntry[],
    leftOut: Arranged['leftOut'],
  ) => Promise<GivenClasses | undefined>,
  keepAll: boolean,
): Promise<Arranged> {
  const leftOut = collectLeftOut();
  const placed = placeFiles(files.map(({ path }) => path));
  const candidates: ArchiveEntry[] = [];
  const placings: Placing[] = [];
  for (const [i, entry] of files.entries()) {
    const placing = placed.placings[i] as Placing;
    const never = neverAnExample(placing);
    if (never) leftOut.add(placeReasons[never], entry.path);
    else {
      candidates.push(entry);
      placings.push(placing);
    }
  }
  const inFolders = classesIn(placings) > 1;
  const given = inFolders ? undefined : await findGiven(candidates, leftOut);
  const read = new Set([...(given?.tables ?? []), ...(given?.passedOver ?? [])]);
  for (const entry of others) if (!read.has(entry)) leftOut.add(otherReason, entry.path);
  if (given && given.tables.length > 0) return arrangeByTable(candidates, placings, given, leftOut);
  const byName = inFolders ? undefined : arrangeByName(candidates, placings, leftOut);
  return byName ?? arrangeByFolder(candidates, placings, placed.notes, leftOut, keepAll);
}

const neverAnExample = (placing: Placing): 'HIDDEN' | 'MASK' | null =>
  !isPlaced(placing) && (placing.reason === 'HIDDEN' || placing.reason === 'MASK') ? placing.reason : null;

const classesIn = (placings: readonly Placing[]): number =>
  new Set(placings.filter(isPlaced).map(fullName)).size;

function arrangeByFolder(
  candidates: readonly ArchiveEntry[],
  placings: readonly Placing[],
  notes: readonly string[],
  leftOut: Arranged['leftOut'],
  keepAll: boolean,
): Arranged {
  // One folder around all files is no class: there is nothing that it tells apart.
  const aroundAll = keepAll && placings.every(isPlaced) && classesIn(placings) === 1;
  const files: ArrangedFile[] = [];
  const unlabelled: ArchiveEntry[] = [];
  for (const [i, placing] of placings.entries()) {
    const entry = candidates[i] as ArchiveEntry;
    if (aroundAll) unlabelled.push(entry);
    else if (isPlaced(placing)) files.push({ entry, ...placing });
    else if (keepAll || placing.reason === 'UNLABELLED') unlabelled.push(entry);
    else leftOut.add(placeReasons[placing.reason], entry.path);
  }
  return { files, unlabelled, unlabelledWhy: 'they are not in the folder of a class', leftOut, notes };
}
