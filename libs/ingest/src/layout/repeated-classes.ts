import { quoteNames } from '../names/quote-names.js';
import type { Place } from './place-files.js';

/** The sentence about classes that lie in several outer folders (January/cat, February/cat) and are kept apart; none where there are none. */
export function repeatedClasses(places: readonly Place[]): string[] {
  const groups = new Map<string, Set<string>>();
  for (const { className, group } of places)
    groups.set(className, (groups.get(className) ?? new Set()).add(group ?? ''));
  const repeated = [...groups].filter(([, within]) => within.size > 1);
  if (repeated.length === 0) return [];
  const [first, within] = repeated[0] as [string, Set<string>];
  const full = [...within].map((group) => (group === '' ? first : `${group}/${first}`));
  const names = quoteNames(repeated.map(([name]) => name));
  return [
    `${repeated.length === 1 ? '1 class folder lies' : `${repeated.length} class folders lie`} in several outer folders and ${repeated.length === 1 ? 'was' : 'were'} kept as different classes: ${names} (${quoteNames(full)}). If they mean the same, put their files into one folder, or give them the same name on the page of the data set, which merges them.`,
  ];
}
