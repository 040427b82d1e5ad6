import { quoteNames } from '../names/quote-names.js';

/** A warning about new examples whose content a version has already; none where all are new. */
export function copiesOfKnown(
  names: readonly string[],
  keys: ArrayLike<number>,
  known: Iterable<number | null>,
): string[] {
  const there = new Set(known);
  const copies = names.filter((_, i) => there.has(keys[i] as number));
  if (copies.length === 0) return [];
  const one = copies.length === 1;
  return [
    `${copies.length} of the new examples ${one ? 'is' : 'are'} in the data set already: ${quoteNames(copies)}. If ${one ? 'it was' : 'they were'} added by mistake, restore the version before; a label check finds ${one ? 'it' : 'them'} too.`,
  ];
}
