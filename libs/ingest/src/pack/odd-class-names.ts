import { isShortened } from '../names/clean-name.js';
import { quoteNames } from '../names/quote-names.js';

/** What stays of a class name when case, accents, width, punctuation at its ends and spelling of numbers are passed over. */
function essence(name: string): string {
  const plain = name.normalize('NFKC').trim();
  if (plain !== '' && Number.isFinite(Number(plain))) return String(Number(plain));
  const folded = plain
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .replaceAll(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');
  return folded === '' ? plain : folded;
}

/** Warnings about the names of classes: those that were shortened, and those that differ only in how they are written. */
export const oddClassNames = (names: readonly string[]): string[] => [
  ...shortenedClasses(names.filter(isShortened)),
  ...alikeClasses(names),
];

const shortenedClasses = (names: readonly string[]): string[] =>
  names.length === 0
    ? []
    : [
        `${names.length} ${names.length === 1 ? 'name of a class has' : 'names of classes have'} more than 255 characters and ${names.length === 1 ? 'was' : 'were'} shortened: ${quoteNames(names)}. Give shorter names on the page of the data set.`,
      ];

function alikeClasses(names: readonly string[]): string[] {
  const byEssence = new Map<string, string[]>();
  for (const name of names) {
    const key = essence(name);
    byEssence.set(key, [...(byEssence.get(key) ?? []), name]);
  }
  const alike = [...byEssence.values()].filter((group) => group.length > 1);
  if (alike.length === 0) return [];
  const shown = quoteNames(alike.map((group) => group.map((name) => `"${name}"`).join(' and ')));
  return [
    `Some classes differ only in how they are written: ${shown}. If they mean the same, spell them the same way and import again.`,
  ];
}
