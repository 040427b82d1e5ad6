import { undoubled } from './folders-of.js';
import { type Part, partAtEnd, partOf } from './part-of.js';

interface Parted {
  readonly part: Part | 'unlabelled' | null;
  /** The folders without the part's. */
  readonly names: readonly string[];
}

/**
 * Whether folders divide the files into parts, at any level: at least two different parts are there, and beside them no more
 * folders that are none. Then gives the part of a file and its other folders.
 */
export function findParts(
  folders: readonly (readonly string[])[],
): ((names: readonly string[]) => Parted) | undefined {
  const partIn = partsOf(folders);
  const siblings = new Map<string, { parts: Set<string>; others: Set<string> }>();
  const found = new Set<Part>();
  for (const names of folders) {
    for (const [depth, name] of names.entries()) {
      const parent = names.slice(0, depth).join('/');
      const beside = siblings.get(parent) ?? { parts: new Set(), others: new Set() };
      siblings.set(parent, beside);
      const part = partIn(parent, name);
      if (part === null) beside.others.add(name);
      else beside.parts.add(name);
      if (part !== null && part !== 'unlabelled') found.add(part);
    }
  }
  if (found.size < 2) return undefined;
  const divided = [...siblings.values()].filter(({ parts }) => parts.size > 0);
  const count = (which: 'parts' | 'others') => divided.reduce((sum, each) => sum + each[which].size, 0);
  if (count('parts') < count('others')) return undefined;
  return (names) => {
    const parts = names.map((name, depth) => partIn(names.slice(0, depth).join('/'), name));
    const depth = parts.findIndex((part) => part !== null);
    if (depth < 0) return { part: null, names };
    return { part: parts[depth] as Part | 'unlabelled', names: undoubled(names.toSpliced(depth, 1)) };
  };
}

/** Which part a folder means, by its name, or where it ends in a part and a neighbour differs by that alone: bydate-train, bydate-test. */
function partsOf(folders: readonly (readonly string[])[]) {
  const ends = new Map<string, Set<Part>>();
  const keyOf = (parent: string, stem: string): string => `${parent}/${stem}`;
  for (const names of folders)
    for (const [depth, name] of names.entries()) {
      const end = partAtEnd(name);
      if (!end) continue;
      const key = keyOf(names.slice(0, depth).join('/'), end.stem);
      ends.set(key, (ends.get(key) ?? new Set()).add(end.part));
    }
  return (parent: string, name: string): Part | 'unlabelled' | null => {
    const own = partOf(name);
    if (own !== null || ends.size === 0) return own;
    const end = partAtEnd(name);
    return end && (ends.get(keyOf(parent, end.stem))?.size ?? 0) > 1 ? end.part : null;
  };
}
