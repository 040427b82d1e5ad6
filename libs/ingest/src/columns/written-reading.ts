import type { NumberReading } from '@kshot/fewshot';
import { lettersOf } from './magnitudes.js';
import { type DateOrder, parseDate } from './parse-date.js';
import { isBound, type NumberFormat, parseNumber } from './parse-number.js';
import { timesBetween } from './units.js';

/** Share of the present cells that must be numbers in a column of numbers. */
const ENOUGH = 0.95;

/** Different numbers that a column must have for a word that comes again among them to stand for a missing one. */
const FEWEST_NUMBERS = 10;

/** Whether a column is one of numbers: nearly all cells are, or all others are the same word, such as "undetermined". */
export function areNumbers(read: number, present: number, distinct: number, strange: Strange): boolean {
  if (read >= ENOUGH * present) return true;
  return (
    3 * read >= 2 * present &&
    distinct > FEWEST_NUMBERS &&
    strange.word !== null &&
    /\p{L}/u.test(strange.word)
  );
}

/** Cells that are no numbers. */
export interface Strange {
  /** The first few. */
  readonly cells: string[];
  /** The only one there is, however often it comes; null where there are others. */
  word: string | null;
}

export const newStrange = (): Strange => ({ cells: [], word: null });

export function addStrange(strange: Strange, cell: string): void {
  if (strange.cells.length === 0) strange.word = cell;
  else if (strange.word !== cell) strange.word = null;
  if (strange.cells.length < 4 && !strange.cells.includes(cell)) strange.cells.push(cell);
}

/** Cells with how often each comes. */
export type Counted = Iterable<readonly [cell: string, count: number]>;

interface Found {
  readonly reading: NumberReading;
  readonly strange: string[];
  readonly strangeCount: number;
  readonly integers: boolean;
  readonly bothOrders?: boolean;
  readonly mixedUnits?: boolean;
}

/** The way in which most cells are numbers as people write them. */
export function writtenReading(cells: Counted, present: number, semicolons: boolean): Found | undefined {
  const letters = lettersOf(cellsOf(cells));
  const tries = (['.', ','] as const).map((decimal) =>
    tryNumbers(cells, { decimal, ...(letters ? { letters } : {}) }),
  );
  const [dot, comma] = tries as [Tried, Tried];
  const best = comma.read > dot.read || (comma.read === dot.read && semicolons) ? comma : dot;
  const { format, unit, strange, integers, read, mixed } = best;
  if (!areNumbers(read, present, best.distinct, strange)) return undefined;
  return {
    reading: { as: 'WRITTEN', unit, ...format },
    strange: strange.cells,
    strangeCount: present - read,
    integers,
    mixedUnits: mixed,
  };
}

function* cellsOf(cells: Counted): Generator<string> {
  for (const [cell] of cells) yield cell;
}

interface Tried {
  readonly format: NumberFormat;
  readonly read: number;
  /** Different ones. */
  readonly distinct: number;
  readonly unit: string;
  readonly strange: Strange;
  readonly integers: boolean;
  /** Whether there are several units of one quantity. */
  readonly mixed: boolean;
}

/** How many cells are numbers in a format; of several units the most frequent counts, and those that measure the same. */
function tryNumbers(cells: Counted, format: NumberFormat): Tried {
  const units = new Map<string, number>();
  const strange = newStrange();
  let integers = true;
  let bounds = 0;
  let distinct = 0;
  for (const [cell, count] of cells) {
    const found = parseNumber(cell, format);
    if (!found) {
      addStrange(strange, cell);
      continue;
    }
    distinct++;
    integers &&= Number.isInteger(found.value);
    if (isBound(cell)) bounds += count;
    units.set(found.unit, (units.get(found.unit) ?? 0) + count);
  }
  const named = [...units].filter(([unit]) => unit !== '').sort(([, a], [, b]) => b - a)[0];
  const main = named?.[0] ?? '';
  const fits = [...units].filter(([unit]) => timesBetween(unit, main) !== undefined);
  const all = fits.reduce((sum, [, count]) => sum + count, 0);
  // Where most cells are bounds, below and above are what tells them apart.
  const read = 2 * bounds > all ? all - bounds : all;
  return {
    format,
    read,
    distinct,
    unit: main,
    strange,
    integers,
    mixed: fits.length > (units.has('') ? 2 : 1),
  };
}

/** The way in which most cells are dates. */
export function dateReading(cells: Counted, present: number, prefer: 'DMY' | 'MDY'): Found | undefined {
  const found = (['YMD', 'DMY', 'MDY'] as const)
    .map((order) => tryDates(cells, order))
    .filter(({ read }) => read >= ENOUGH * present);
  const best = found.find(({ order }) => order === 'YMD' || order === prefer) ?? found[0];
  if (!best) return undefined;
  const { order, read, strange } = best;
  const bothOrders = found.some(({ days }) => days !== best.days);
  return {
    reading: { as: 'DATE', order },
    strange,
    strangeCount: present - read,
    integers: false,
    bothOrders,
  };
}

interface TriedDates {
  readonly order: DateOrder;
  readonly read: number;
  /** The sum of the dates, which tells two readings apart. */
  readonly days: number;
  readonly strange: string[];
}

function tryDates(cells: Counted, order: DateOrder): TriedDates {
  let [read, days] = [0, 0];
  const strange: string[] = [];
  let place = 0;
  for (const [cell, count] of cells) {
    const date = parseDate(cell, order);
    place++;
    if (date === undefined) {
      if (strange.length < 4) strange.push(cell);
      continue;
    }
    read += count;
    days += place * date;
  }
  return { order, read, days, strange };
}
