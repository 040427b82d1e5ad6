import { quoteNames } from './quote-names.js';

/** The sentence about examples without a class; none where all have one. */
export function keptUnlabelled(
  names: readonly string[],
  why: string,
  [singular, plural]: readonly [string, string] = ['file', 'files'],
): string[] {
  if (names.length === 0) return [];
  const one = names.length === 1;
  return [
    `${names.length} ${one ? singular : plural} without a class (${why}) ${one ? 'was' : 'were'} kept as unlabelled: ${quoteNames(names)}. Nothing is trained on ${one ? 'it' : 'them'}; label ${one ? 'it' : 'them'} on the page of the data set.`,
  ];
}
