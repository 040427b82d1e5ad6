import { findParts } from './find-parts.js';
import { foldersOf } from './folders-of.js';
import { withoutImageFolders } from './masks/masks.js';
import { neverExamples } from './masks/never-examples.js';
import { type Part, partOf } from './part-of.js';
import type { PlaceReason } from './reasons.js';
import { repeatedClasses } from './repeated-classes.js';
import { stripOuter } from './strip-outer.js';
import { withoutSamples } from './without-samples.js';

/** Where a file in an archive of class folders belongs. */
export interface Place {
  readonly className: string;
  /** The folders above the class folder. */
  readonly group: string | null;
  /** train, validation or test, where the archive is divided so. */
  readonly part: Part | null;
}
export interface Unplaced {
  readonly reason: PlaceReason;
  readonly part: Part | null;
}
export type Placing = Place | Unplaced;
export const isPlaced = (placing: Placing): placing is Place => 'className' in placing;

/**
 * Reads the folders above each file. Hidden folders and masks go; a folder within one of the same name counts once; parts are
 * found at any level; outer folders that all share are passed over; the outermost folder that holds files itself is the class,
 * and what lies above it the group.
 */
export function placeFiles(paths: readonly string[]): { placings: Placing[]; notes: string[] } {
  const folders = paths.map(foldersOf);
  const placings = new Array<Placing>(paths.length);
  const leave = (i: number, reason: PlaceReason, part: Part | null = null): void => {
    placings[i] = { reason, part };
  };
  const rest = new Map<number, { names: readonly string[]; part: Part | null }>();
  const never = neverExamples(paths);
  const parts = findParts(folders);
  for (const [i, names] of folders.entries()) {
    const reason = never[i];
    if (reason) leave(i, reason);
    else if (!parts) rest.set(i, { names, part: null });
    else {
      const { part, names: below } = parts(names);
      if (part === null) leave(i, 'BESIDE_PARTS');
      else if (part === 'unlabelled') leave(i, 'UNLABELLED');
      else rest.set(i, { names: below, part });
    }
  }
  const indices = [...rest.keys()];
  const inner = withoutImageFolders(stripOuter(indices.map((i) => rest.get(i)!.names)));
  const holders = classFolders(inner);
  let merged = 0;
  for (const [at, i] of indices.entries()) {
    const names = inner[at] as readonly string[];
    const { part } = rest.get(i)!;
    const depth = names.length === 0 ? 0 : holders(names);
    if (depth === 0) leave(i, parts ? 'UNLABELLED' : 'NO_FOLDER', part);
    else {
      if (isUnlabelledFolder(names[depth - 1] as string)) {
        leave(i, 'UNLABELLED', part);
        continue;
      }
      if (depth < names.length) merged++;
      const group = names.slice(0, depth - 1).join('/');
      placings[i] = { className: names[depth - 1] as string, group: group === '' ? null : group, part };
    }
  }
  if (areHalves(placings)) {
    for (const [i, placing] of placings.entries()) if (isPlaced(placing)) leave(i, 'HALVES', placing.part);
  }
  const short = withoutSamples(new Set(placings.filter(isPlaced).map(({ className }) => className)));
  for (const [i, placing] of placings.entries())
    if (isPlaced(placing)) placings[i] = { ...placing, className: short(placing.className) };
  const notes =
    merged === 0
      ? []
      : [
          `${merged} ${merged === 1 ? 'file is' : 'files are'} in folders within a class folder and ${merged === 1 ? 'was' : 'were'} given that class.`,
        ];
  return { placings, notes: [...notes, ...repeatedClasses(placings.filter(isPlaced))] };
}

/** Words that also say "predict" count only beside parts: they may be a class. */
const isUnlabelledFolder = (name: string): boolean => partOf(name) === 'unlabelled' && !/pred/i.test(name);

/** How many outer names of a file's folders reach its class folder: the outermost that holds files itself, unless these are few and loose. */
function classFolders(lists: readonly (readonly string[])[]): (names: readonly string[]) => number {
  const direct = new Map<string, number>();
  const total = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const names of lists) {
    add(direct, names.join('/'));
    for (let depth = 1; depth <= names.length; depth++) add(total, names.slice(0, depth).join('/'));
  }
  return (names) => {
    for (let depth = 1; depth <= names.length; depth++) {
      const key = names.slice(0, depth).join('/');
      const own = direct.get(key) ?? 0;
      if (own > 0 && own * 10 >= (total.get(key) ?? 0)) return depth;
    }
    return 0;
  };
}

/** Whether all classes are called alike but for a number, by words for pieces of an archive: images_part_1, images_part_2. */
function areHalves(placings: readonly Placing[]): boolean {
  const names = new Set(
    placings.filter(isPlaced).map(({ className, group }) => `${group ?? ''}/${className}`),
  );
  const skeletons = new Set([...names].map((name) => name.replaceAll(/\d+/g, '#')));
  return (
    names.size > 1 &&
    skeletons.size === 1 &&
    /(^|[^a-z])(part|batch|chunk|images?|archive|vol|volume|piece|shard)s?([^a-z]|$)/i.test(
      [...skeletons][0] as string,
    )
  );
}
