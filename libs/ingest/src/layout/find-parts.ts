import { undoubled } from './folders-of.js';
import { type Part, partOf } from './part-of.js';

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
  const siblings = new Map<string, { parts: Set<string>; others: Set<string> }>();
  const found = new Set<Part>();
  for (const names of folders) {
    for (const [depth, name] of names.entries()) {
      const parent = names.slice(0, depth).join('/');
      const beside = siblings.get(parent) ?? { parts: new Set(), others: new Set() };
      siblings.set(parent, beside);
      const part = partOf(name);
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
    const depth = names.findIndex((name) => partOf(name) !== null);
    if (depth < 0) return { part: null, names };
    return { part: partOf(names[depth] as string), names: undoubled(names.toSpliced(depth, 1)) };
  };
}
