import { quoteNames } from '../names/quote-names.js';

/** Collects what an archive holds besides plain files, for its findings. */
export interface ArchiveNotes {
  /** A link that has no bytes of its own. */
  addLink(path: string): void;
  /** A file by its name as the archive has it and by its path; one that points outside of the archive, or was there before, is noted. */
  addFile(name: string, path: string): void;
  sentences(): string[];
}

/** Starts without any. */
export function collectArchiveNotes(): ArchiveNotes {
  const links: string[] = [];
  const outside: string[] = [];
  const seen = new Set<string>();
  const again = new Set<string>();
  return {
    addLink: (path) => void links.push(path),
    addFile: (name, path) => {
      if (pointsOutside(name)) outside.push(name);
      if (seen.has(path)) again.add(path);
      seen.add(path);
    },
    sentences: () => [...linksLeftOut(links), ...namesOutside(outside), ...namesAgain([...again])],
  };
}

/** Whether a name is absolute or climbs above the root of its archive. */
export function pointsOutside(name: string): boolean {
  const path = name.replaceAll('\\', '/');
  if (/^([a-z]:)?\//i.test(path)) return true;
  let depth = 0;
  for (const folder of path.split('/')) {
    if (folder === '..') depth--;
    else if (folder !== '' && folder !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}

const linksLeftOut = (paths: readonly string[]): string[] =>
  paths.length === 0
    ? []
    : [
        paths.length === 1
          ? `1 link was left out: ${quoteNames(paths)}. Pack the file itself to use it.`
          : `${paths.length} links were left out: ${quoteNames(paths)}. Pack the files themselves to use them.`,
      ];

const namesOutside = (names: readonly string[]): string[] =>
  names.length === 0
    ? []
    : [
        names.length === 1
          ? `1 name points outside of the archive and was taken from its root: ${quoteNames(names)}. Check where the archive comes from.`
          : `${names.length} names point outside of the archive and were taken from its root: ${quoteNames(names)}. Check where the archive comes from.`,
      ];

const namesAgain = (paths: readonly string[]): string[] =>
  paths.length === 0
    ? []
    : [
        paths.length === 1
          ? `1 name stands for several files in the archive, and all of them were kept: ${quoteNames(paths)}. Remove those that are not meant.`
          : `${paths.length} names stand for several files each in the archive, and all of them were kept: ${quoteNames(paths)}. Remove those that are not meant.`,
      ];
