import { OPTIMISTIC_TEST } from '@kshot/domain';
import { quoteNames } from '../names/quote-names.js';

/** Warnings about exact copies among the labelled examples, which come first: how many, of which several classes, and how many of those in the test are also in training. */
export function findCopies(
  keys: ArrayLike<number>,
  names: readonly string[],
  labels: Int32Array,
  assigned: ArrayLike<number>,
): string[] {
  const repeated = repeatedIn(keys, labels.length);
  const first = new Map<number, number>();
  const copies: string[] = [];
  const conflicting = new Set<number>();
  const across = new Set<number>();
  for (let i = 0; i < labels.length; i++) {
    const key = keys[i] as number;
    if (!repeated.has(key)) continue;
    const original = first.get(key);
    if (original === undefined) {
      first.set(key, i);
      continue;
    }
    copies.push(names[i] as string);
    if (labels[i] !== labels[original]) conflicting.add(key);
    if (assigned[i] !== assigned[original]) across.add(key);
  }
  if (copies.length === 0) return [];
  return [
    `${copies.length} ${copies.length === 1 ? 'example is an exact copy' : 'examples are exact copies'} of others: ${quoteNames(copies)}. They were kept; a label check finds and removes them.`,
    ...(across.size > 0
      ? [
          `${across.size} ${across.size === 1 ? 'example is' : 'examples are'} in several parts at once (train and test), as copies: ${OPTIMISTIC_TEST}. Remove the copies from one part.`,
        ]
      : []),
    ...(conflicting.size > 0
      ? [
          `${conflicting.size} ${conflicting.size === 1 ? 'example has a copy' : 'examples have copies'} in another class. A label check shows them.`,
        ]
      : []),
  ];
}

/** The keys that come more than once among the first; a map of all would take more memory than a million rows. */
function repeatedIn(keys: ArrayLike<number>, count: number): ReadonlySet<number> {
  const sorted = new Float64Array(count);
  for (let i = 0; i < count; i++) sorted[i] = keys[i] as number;
  sorted.sort();
  return new Set(sorted.filter((key, i) => key === sorted[i - 1]));
}
