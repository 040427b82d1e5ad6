import { isKnownName } from '../columns/known-names.js';
import { looksLikeNumber } from '../columns/parse-number.js';
import { widthOf } from './dialect.js';
import { namesOnTwoLines } from './header-lines.js';

/** Where the names of the columns are, and how many columns there are. */
export interface Header {
  /** Rows above the table: titles, empty lines. */
  readonly skipped: number;
  readonly present: boolean;
  readonly width: number;
}

/** Looks at the first rows: passes over titles, and tells whether the first row left is one of names or of data. */
export function findHeader(rows: readonly (readonly string[])[]): Header {
  const width = commonWidth(rows);
  let skipped = 0;
  while (skipped < rows.length - 1) {
    const own = widthOf(rows[skipped] as readonly string[]);
    if (own > 1 || (own === 1 && width === 1)) break;
    skipped++;
  }
  skipped += entriesAbove(rows.slice(skipped), width);
  if (isPreamble(rows.slice(skipped), width)) skipped++;
  const first = rows[skipped] ?? [];
  const body = rows.slice(skipped + 1).filter((row) => widthOf(row) > 0);
  return { skipped, present: isHeader(first, body), width: Math.max(width, widthOf(first)) };
}

/** Lines above a table with what it is about, a name and its value each: "Account;DE12…", "Period;2024". */
const MOST_ENTRIES = 30;

/** How many lines at the beginning are narrow ones above a table that is at least twice as wide; those of groups of names are none. */
function entriesAbove(rows: readonly (readonly string[])[], width: number): number {
  if (width < 3) return 0;
  const table = rows.findIndex((row) => widthOf(row) > Math.max(2, width / 2));
  const above = rows.slice(0, Math.max(0, table));
  if (above.length === 0 || above.length > MOST_ENTRIES) return 0;
  const isEntry = (row: readonly string[]) => widthOf(row) === 0 || (row[0] ?? '').trim() !== '';
  const last = above.at(-1) as readonly string[];
  const arePairs = above.filter((row) => widthOf(row) === 2).length > 1;
  const areGroups =
    !arePairs &&
    widthOf(last) > 0 &&
    !/[\d:]/.test(last.join('')) &&
    namesOnTwoLines(last, rows[table] as readonly string[], rows.slice(table + 1)) !== undefined;
  // Two cells above three may be a row of the table; an empty line between, or a usual name below, tells them apart.
  const areApart = width > 3 || widthOf(last) === 0 || (rows[table] as readonly string[]).some(isKnownName);
  return above.every(isEntry) && areApart && !areGroups ? above.length : 0;
}

/** Whether the first line is about the file, as accounting programs write it: as wide as no other, with numbers, above one of names. */
function isPreamble(
  [first = [], second = [], ...body]: readonly (readonly string[])[],
  width: number,
): boolean {
  if (width < 2 || widthOf(first) === width || widthOf(second) !== width || body.length === 0) return false;
  return !first.some(isKnownName) && first.some(looksLikeNumber) && isHeader(second, body);
}

/** The width of most rows. */
function commonWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const width = widthOf(row);
    if (width > 0) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let [common, most] = [1, 0];
  for (const [width, count] of counts) if (count >= most) [common, most] = [width, count];
  return common;
}

function isHeader(first: readonly string[], body: readonly (readonly string[])[]): boolean {
  const cells = first.map((cell) => cell.trim());
  if (cells.some(isKnownName)) return true;
  if (body.length === 0) return !cells.some(looksLikeNumber);
  if (cells.some((cell) => looksLikeNumber(cell))) return false;
  const below = (i: number) => body.map((row) => (row[i] ?? '').trim());
  const numeric = cells.some((_, i) => {
    const filled = below(i).filter((cell) => cell !== '');
    return filled.length > 0 && filled.filter(looksLikeNumber).length > 0.8 * filled.length;
  });
  if (numeric) return true;
  if (cells.some((cell) => cell.length > 100)) return false;
  if (areSentences(cells, body)) return false;
  // Names stand once; a cell that comes again below is data.
  return !cells.some((cell, i) => cell !== '' && below(i).includes(cell));
}

/** Whether a table of one column holds a sentence in each line, the first included. */
function areSentences(first: readonly string[], body: readonly (readonly string[])[]): boolean {
  const words = (cell: string): number => cell.split(/\s+/).length;
  return (
    first.length === 1 &&
    words(first[0] as string) >= 3 &&
    body.filter(([cell = '']) => words(cell.trim()) >= 3).length >= body.length / 2
  );
}
