import { quoteNames } from '../names/quote-names.js';

/** Warnings about exact copies: how many, of which several classes, and how many of those in the test are also in training. */
export function findCopies(
  hashes: readonly string[],
  names: readonly string[],
  labels: Int32Array,
  assigned: ArrayLike<number>,
): string[] {
  const first = new Map<string, number>();
  const copies: number[] = [];
  const conflicting = new Set<string>();
  const parts = new Map<string, Set<number>>();
  for (const [i, hash] of hashes.entries()) {
    const original = first.get(hash);
    if (original === undefined) first.set(hash, i);
    else {
      copies.push(i);
      if (labels[i] !== labels[original]) conflicting.add(hash);
    }
    const seen = parts.get(hash) ?? new Set();
    parts.set(hash, seen.add(assigned[i] as number));
  }
  if (copies.length === 0) return [];
  const across = [...parts.values()].filter((seen) => seen.size > 1).length;
  const list = copies.slice(0, 4).map((i) => names[i] as string);
  const shown = quoteNames(
    copies.length > 4 ? [...list, ...new Array<string>(copies.length - 4).fill('')] : list,
  );
  return [
    `${copies.length} ${copies.length === 1 ? 'example is an exact copy' : 'examples are exact copies'} of others: ${shown}. They were kept; a label check finds and removes them.`,
    ...(across > 0
      ? [
          `${across} ${across === 1 ? 'example lies' : 'examples lie'} in several parts at once (train and test), as copies: tests will look better than they are. Remove the copies from one part.`,
        ]
      : []),
    ...(conflicting.size > 0
      ? [
          `${conflicting.size} ${conflicting.size === 1 ? 'example has a copy' : 'examples have copies'} in another class. A label check shows them.`,
        ]
      : []),
  ];
}
