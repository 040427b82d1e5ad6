import type { ArchiveEntry } from '../archives/archive.js';
import { quoteNames } from '../names/quote-names.js';
import type { Arranged, ArrangedFile } from './arranged.js';
import { classesByName, wordBehind, wordOf } from './class-of-name.js';
import { isPlaced, type Placing } from './place-files.js';
import { placeReasons } from './reasons.js';

interface Candidate {
  readonly entry: ArchiveEntry;
  readonly placing: Placing;
}

/** Share of the files of a folder whose names must begin with a word. */
const MOST = 0.9;

/**
 * Classes by the names of files, in the folders where names give classes; files of folders whose names give none are kept as
 * unlabelled. Undefined where no folder has such names.
 */
export function arrangeByName(
  candidates: readonly ArchiveEntry[],
  placings: readonly Placing[],
  leftOut: Arranged['leftOut'],
): Arranged | undefined {
  const usable = candidates.map((entry, i): Candidate => ({ entry, placing: placings[i] as Placing }));
  const read = inOneWay(usable, wordOf) ?? inOneWay(usable, wordBehind);
  if (!read) return undefined;
  const { named, words } = read;
  const files: ArrangedFile[] = [];
  for (const [i, { entry, placing }] of named.entries()) {
    const className = words[i];
    if (className) files.push({ entry, className, group: null, part: placing.part });
    else leftOut.add(placeReasons.NO_FOLDER, entry.path);
  }
  const used = new Set(named);
  const unlabelled = usable.filter((one) => !used.has(one)).map(({ entry }) => entry);
  const names = [...new Set(files.map(({ className }) => className))];
  const sameParts = new Set(files.map(({ part }) => part)).size < 2;
  return {
    files: sameParts ? files.map((file) => ({ ...file, part: null })) : files,
    unlabelled,
    unlabelledWhy: 'their names do not begin with a class',
    leftOut,
    notes: [`There are no class folders: the classes were read from the file names (${quoteNames(names)}).`],
  };
}

type WordOf = (path: string) => string | null;

function inOneWay(usable: readonly Candidate[], of: WordOf) {
  const named = namedFolders(usable, of);
  const words = classesByName(
    named.map(({ entry }) => entry.path),
    of,
  );
  return words && { named, words };
}

/** Files of the folders whose names give classes; a part without a word of the training part gives none (test/image_1.jpg). */
function namedFolders(usable: readonly Candidate[], of: WordOf): readonly Candidate[] {
  const wordOfFile = ({ entry }: Candidate): string | null => of(entry.path);
  const hasWords = (files: readonly Candidate[]): boolean =>
    files.filter((file) => wordOfFile(file) !== null).length >= MOST * files.length;
  const named = byFolder(usable).filter(
    (files) => !files.every(({ placing }) => isSetAside(placing)) && hasWords(files),
  );
  const known = new Set(named.flat().filter(inTraining).map(wordOfFile));
  const inKnown = (files: readonly Candidate[]) =>
    known.size === 0 ||
    files.some(({ placing }) => placing.part === 'train' || placing.part === null) ||
    files.some((file) => known.has(wordOfFile(file)));
  const kept = new Set(named.filter(inKnown).flat());
  return usable.filter((file) => kept.has(file));
}

function byFolder(files: readonly Candidate[]): Candidate[][] {
  const folders = new Map<string, Candidate[]>();
  for (const file of files) {
    const folder = file.entry.path.slice(0, file.entry.path.lastIndexOf('/') + 1);
    const list = folders.get(folder);
    if (list) list.push(file);
    else folders.set(folder, [file]);
  }
  return [...folders.values()];
}

const inTraining = ({ placing }: Candidate): boolean => placing.part === 'train';
/** Whether a file lies in a folder that says so: unlabelled, seg_pred. */
const isSetAside = (placing: Placing): boolean =>
  !isPlaced(placing) && placing.reason === 'UNLABELLED' && placing.part === null;
