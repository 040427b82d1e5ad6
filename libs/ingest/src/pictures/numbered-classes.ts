import type { ArchiveEntry } from '../archives/archive.js';
import { orDamaged } from '../archives/damaged-entry.js';
import type { Arranged } from '../layout/arranged.js';
import { cleanName } from '../names/clean-name.js';
import { quoteNames } from '../names/quote-names.js';

const MOST_BYTES = 2 ** 20;
const LISTS = /^(classes|class[_-]?names|labels|label[_-]?names|names|obj|categories)\.(txt|names)$/i;

/** The names of classes, and the file that says them. */
interface NumberedNames {
  readonly list: ArchiveEntry;
  readonly names: ReadonlyMap<number, string>;
}

/** What a list beside the pictures calls classes that are only numbered: classes.txt, a name on each line. */
export async function namesOfNumbers(
  { files }: Arranged,
  others: readonly ArchiveEntry[],
): Promise<NumberedNames | undefined> {
  const numbers = [...new Set(files.map(({ className }) => className))];
  if (numbers.length < 2 || !numbers.every((name) => /^\d{1,4}$/.test(name))) return undefined;
  for (const list of others) {
    if (!LISTS.test(list.name) || list.bytes > MOST_BYTES) continue;
    const text = (await orDamaged(() => list.read()))?.toString('utf8') ?? '';
    const names = namesIn(text, numbers.map(Number));
    if (names) return { list, names };
  }
  return undefined;
}

/** The same with these names. */
export function withNames(arranged: Arranged, { list, names }: NumberedNames): Arranged {
  const files = arranged.files.map((file) => ({
    ...file,
    className: names.get(Number(file.className)) as string,
  }));
  const note = `The numbers of the classes were read as the names in ${list.path}: ${quoteNames([...names.values()])}.`;
  return { ...arranged, files, notes: [...arranged.notes, note] };
}

/** The name of each number: "0 cat" or "0: cat", else by the lines, which count from 0 or, where all numbers are within that, from 1. */
function namesIn(text: string, numbers: readonly number[]): ReadonlyMap<number, string> | undefined {
  const lines = text
    .split(/\r?\n/)
    .map(cleanName)
    .filter((line) => line !== '');
  const told = lines.map((line) => /^(\d{1,4})[\s:,;=.]+(.+)$/.exec(line));
  const from = numbers.includes(0) ? 0 : Math.max(...numbers) === lines.length ? 1 : 0;
  const pairs = told.every((found) => found !== null)
    ? told.map((found) => [Number(found[1]), (found[2] as string).trim()] as const)
    : lines.map((line, i) => [i + from, line] as const);
  const names = new Map(pairs);
  const own = numbers.map((number) => names.get(number));
  const isWhole = own.every((name) => name !== undefined) && new Set(own).size === numbers.length;
  return isWhole ? new Map(numbers.map((number) => [number, names.get(number) as string])) : undefined;
}
