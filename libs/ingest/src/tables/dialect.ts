import type { Delimiter } from '@kshot/domain';
import Papa from 'papaparse';

export interface Dialect {
  /** A space stands for any number of spaces and tabs. */
  readonly delimiter: string;
  /** Whether `"` encloses cells; elsewhere it is a character as others. */
  readonly quotes: boolean;
}

const delimiters = [',', ';', '\t', '|'];
const names = { COMMA: ',', SEMICOLON: ';', TAB: '\t', BAR: '|', SPACE: ' ' } as const;

/** What a delimiter is called; undefined of one that a file declares itself and that has no name. */
export const nameOfDelimiter = (delimiter: string): Delimiter | undefined =>
  (Object.keys(names) as (keyof typeof names)[]).find((name) => names[name] === delimiter);

const ROWS = 300;
/** Rows of one width that are no accident. */
const FEWEST_ALIGNED = 8;

/** Finds the delimiter, and whether quotes enclose cells, by parsing: what gives rows of one width, of two cells or more, without errors. A given delimiter stays. */
export function sniffDialect(sample: string, given?: Delimiter): Dialect {
  if (given === 'SPACE') return { delimiter: ' ', quotes: true };
  const fixed = given === undefined || given === 'NONE' ? undefined : names[given];
  let best: Dialect = { delimiter: fixed ?? ',', quotes: true };
  let most = { score: 0, width: 0 };
  for (const delimiter of fixed === undefined ? delimiters : [fixed]) {
    for (const quotes of [true, false]) {
      const own = scoreOf(sample, { delimiter, quotes });
      if (own.score > most.score + 1e-9) [most, best] = [own, { delimiter, quotes }];
    }
  }
  if (fixed !== undefined) return best;
  if (best.delimiter === ',' && areDecimal(sample))
    for (const delimiter of [';', '\t', '|']) {
      const other = scoreOf(sample, { delimiter, quotes: best.quotes });
      if (other.score > 0.5 && other.width > most.width) return { ...best, delimiter };
    }
  // Columns that are aligned by spaces, or by tabs and spaces.
  const aligned = scoreOf(sample, { delimiter: ' ', quotes: true });
  const wider = best.delimiter === '\t' && aligned.score > most.score - 1e-9 && aligned.width > most.width;
  return aligned.score > 0.5 && (most.score <= 0.5 || wider) ? { delimiter: ' ', quotes: true } : best;
}

/** Whether commas stand between digits, as in 3,5. */
function areDecimal(sample: string): boolean {
  const all = sample.match(/,/g)?.length ?? 0;
  return all > 0 && (sample.match(/\d,(?=\d)/g)?.length ?? 0) >= 0.9 * all;
}

/**
 * The share of rows that have the most frequent width, less the share with errors; 0 where that width is one. The width is that with
 * empty cells at the end (a class that is not given), or without (delimiters behind the last cell), whichever more rows agree in.
 */
function scoreOf(text: string, dialect: Dialect): { score: number; width: number } {
  const sample = spaced(text, dialect);
  const { data, errors } = Papa.parse<string[]>(sample, { ...papaOptions(dialect), preview: ROWS });
  const filled = data.filter((row) => widthOf(row) > 0);
  const [whole, trimmed] = [mostFrequent(filled.map((row) => row.length)), mostFrequent(filled.map(widthOf))];
  const { value: common, count: share } = whole.count > trimmed.count ? whole : trimmed;
  const nothing = { score: 0, width: common };
  if (common < (dialect.delimiter === ' ' ? 3 : 2)) return nothing;
  // Words of texts are divided by spaces too: aligned columns are mostly numbers, or all of one width with one of numbers.
  if (dialect.delimiter === ' ' && !mostlyNumbers(data) && !(share === filled.length && areCodes(filled)))
    return nothing;
  return {
    score: (share - errors.filter(({ type }) => type === 'Quotes').length) / filled.length,
    width: common,
  };
}

function mostFrequent(values: readonly number[]): { value: number; count: number } {
  const counts = new Map<number, number>();
  let best = { value: 0, count: 0 };
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (count > best.count) best = { value, count };
  }
  return best;
}

function mostlyNumbers(rows: readonly (readonly string[])[]): boolean {
  const cells = rows
    .slice(1)
    .flat()
    .filter((cell) => cell.trim() !== '');
  return cells.filter((cell) => Number.isFinite(Number(cell))).length > 0.5 * cells.length;
}

/** Whether rows are of codes and numbers, a column of these at least: A11 6 A34 A43. */
function areCodes(rows: readonly (readonly string[])[]): boolean {
  const isNumber = (cell = ''): boolean => cell !== '' && Number.isFinite(Number(cell));
  const [first = []] = rows;
  return (
    rows.length >= FEWEST_ALIGNED &&
    first.length >= 4 &&
    first.some((_, i) => rows.slice(1).every((row) => isNumber(row[i])))
  );
}

/** Text whose lines are ready to be parsed: runs of spaces are one where spaces divide the cells. */
export const spaced = (text: string, { delimiter }: Dialect): string =>
  delimiter === ' ' ? text.replaceAll(/[ \t]+/g, ' ').replaceAll(/^ | $/gm, '') : text;

/** Cells of a row up to the last one that is not empty. */
export function widthOf(row: readonly string[]): number {
  let width = row.length;
  while (width > 0 && (row[width - 1] as string).trim() === '') width--;
  return width;
}

export const papaOptions = ({ delimiter, quotes }: Dialect) =>
  ({ delimiter, newline: '\n', ...(quotes ? {} : { fastMode: true }) }) as const;
