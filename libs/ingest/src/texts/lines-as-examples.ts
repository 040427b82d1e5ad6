import type { ArchiveEntry } from '../archives/archive.js';
import { partOf } from '../layout/part-of.js';
import { isAboutData } from '../names/about-data.js';
import { cleanName } from '../names/clean-name.js';
import { quoteNames } from '../names/quote-names.js';
import { newCells } from '../tables/cells.js';
import type { Table } from '../tables/table.js';
import { decodeWhole } from './decode-text.js';
import { isTextName } from './text-entries.js';

/** A text file whose name is a class and whose lines are examples. */
interface ClassFile {
  readonly entry: ArchiveEntry;
  readonly className: string;
  readonly part: string;
}

const MOST_FILES = 1000;
/** Lines that a file must have, so that it is a list rather than a text. */
const FEWEST_LINES = 5;
/** Share of lines that may be empty: between paragraphs of a text there are more. */
const EMPTY_LINES = 0.1;

/**
 * A table of the lines of text files that lie in one folder, or in one for each part, and are called as classes (pos.txt,
 * neg.txt). Undefined where the files are not such lists.
 */
export async function linesAsExamples(entries: readonly ArchiveEntry[]): Promise<Table | undefined> {
  const texts = entries.filter((entry) => isTextName(entry) && !isAboutData(entry.name) && entry.bytes > 0);
  const files = classFiles(texts);
  if (!files) return undefined;
  const [text, label, split] = [newCells(), newCells(), newCells()];
  for (const { entry, className, part } of files) {
    const examples = examplesIn(await decodeWhole(entry));
    if (!examples) return undefined;
    for (const example of examples) {
      text.push(example);
      label.push(className);
      split.push(part);
    }
  }
  const divided = new Set(files.map(({ part }) => part)).size > 1;
  const used = new Set(files.map(({ entry }) => entry));
  const rest = entries.filter((entry) => !used.has(entry)).map(({ path }) => path);
  return {
    names: ['text', 'label', ...(divided ? ['split'] : [])],
    columns: [text, label, ...(divided ? [split] : [])],
    rows: text.length,
    header: true,
    semicolons: false,
    notes: [
      `Each line of ${quoteNames(files.map(({ entry }) => entry.path))} was read as an example of the class that the file is named after.`,
      ...(rest.length === 0
        ? []
        : [
            `${rest.length === 1 ? '1 other file was' : `${rest.length} other files were`} left out: ${quoteNames(rest)}.`,
          ]),
    ],
  };
}

/** Classes by the names of files: at least two words in one folder, or the same ones in a folder for each part. */
function classFiles(texts: readonly ArchiveEntry[]): ClassFile[] | undefined {
  if (texts.length > MOST_FILES) return undefined;
  const files = texts.map((entry): ClassFile => {
    const folder = entry.path.split('/').at(-2) ?? '';
    return { entry, className: cleanName(entry.name.replace(/\.[^.]*$/, '')), part: partOf(folder) ?? '' };
  });
  const folders = new Set(texts.map(({ path }) => path.slice(0, path.lastIndexOf('/') + 1)));
  const onePlace = folders.size === 1 || files.every(({ part }) => part !== '');
  const areClasses = files.every(
    ({ className }) => /\p{L}/u.test(className) && !/\d/.test(className) && partOf(className) === null,
  );
  return onePlace && areClasses && new Set(files.map(({ className }) => className)).size > 1
    ? files
    : undefined;
}

/** The lines of a text; undefined where it is no list of examples. */
function examplesIn(text: string): string[] | undefined {
  const lines = text.trim().split('\n');
  const examples = lines.map((line) => line.trim()).filter((line) => line !== '');
  const isList =
    examples.length >= FEWEST_LINES && lines.length - examples.length <= EMPTY_LINES * lines.length;
  return isList && examples.some((line) => /\s/.test(line) || line.length > 8) ? examples : undefined;
}
