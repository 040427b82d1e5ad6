import { quoteNames } from '../names/quote-names.js';

/** Collects what an archive holds besides plain files, for its findings. */
export interface ArchiveNotes {
  /** A link that has no bytes of its own. */
  addLink(path: string): void;
  /** The name of a file as the archive has it; one that points outside of the archive is noted. */
  addName(name: string): void;
  sentences(): string[];
}

/** Starts without any. */
export function collectArchiveNotes(): ArchiveNotes {
  const links: string[] = [];
  const outside: string[] = [];
  return {
    addLink: (path) => void links.push(path),
    addName: (name) => {
      if (pointsOutside(name)) outside.push(name);
    },
    sentences: () => [...linksLeftOut(links), ...namesOutside(outside)],
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
