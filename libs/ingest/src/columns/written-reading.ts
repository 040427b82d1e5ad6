import type { NumberReading } from '@kshot/fewshot';
import { lettersOf } from './magnitudes.js';
import { type DateOrder, parseDate } from './parse-date.js';
import { isBound, type NumberFormat, parseNumber } from './parse-number.js';
import { timesBetween } from './units.js';

/** Share of the present cells that must be numbers in a column of numbers. */
export const ENOUGH = 0.95;

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
  if (best.read < ENOUGH * present) return undefined;
  const { format, unit, strange, integers, read, mixed } = best;
  return {
    reading: { as: 'WRITTEN', unit, ...format },
    strange,
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
  readonly unit: string;
  readonly strange: string[];
  readonly integers: boolean;
  /** Whether there are several units of one quantity. */
  readonly mixed: boolean;
}

/** How many cells are numbers in a format; of several units the most frequent counts, and those that measure the same. */
function tryNumbers(cells: Counted, format: NumberFormat): Tried {
  const units = new Map<string, number>();
  const strange: string[] = [];
  let integers = true;
  let bounds = 0;
  for (const [cell, count] of cells) {
    const found = parseNumber(cell, format);
    if (!found) {
      if (strange.length < 4) strange.push(cell);
      continue;
    }
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
  return { format, read, unit: main, strange, integers, mixed: fits.length > (units.has('') ? 2 : 1) };
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
