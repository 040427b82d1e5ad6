import { OPTIMISTIC_TEST } from '@kshot/domain';
import { quoteNames } from '../names/quote-names.js';

/** An example, and an earlier one that it is nearly the same as. */
export type NearPair = readonly [row: number, original: number];

/** Warnings about examples that are nearly the same as others, without exact copies; and how many are in several parts at once. */
export function nearCopies(
  pairs: readonly NearPair[],
  keys: ArrayLike<number>,
  names: readonly string[],
  assigned: ArrayLike<number>,
  what: string,
): string[] {
  const labelled = pairs.filter(([row]) => row < assigned.length);
  const near = labelled.filter(([row, original]) => keys[row] !== keys[original]);
  if (near.length === 0) return [];
  const across = near.filter(([row, original]) => assigned[row] !== assigned[original]).length;
  const one = near.length === 1;
  return [
    `${near.length} ${one ? 'example is' : 'examples are'} nearly the same as others (${what}): ${quoteNames(near.map(([row, original]) => `${names[row]} like ${names[original]}`))}. They were kept.`,
    ...(across > 0
      ? [
          `${across} of these ${across === 1 ? 'is' : 'are'} in another part (train, test) than the example that ${across === 1 ? 'it is' : 'they are'} like: ${OPTIMISTIC_TEST}.`,
        ]
      : []),
  ];
}
