import type { NumberReading } from '@kshot/fewshot';
import type { Cells } from '../tables/cells.js';
import { parseDate } from './parse-date.js';
import { isMissing, parseNumber, plainNumber } from './parse-number.js';
import { timesBetween } from './units.js';
import { addStrange, areNumbers, dateReading, newStrange, writtenReading } from './written-reading.js';

/** What the cells of a column are like, taken together. */
export interface Profile {
  readonly present: number;
  readonly missing: number;
  /** Marks of missing values that are not empty, such as "-". */
  readonly marks: readonly string[];
  /** Different values, counted up to a limit. */
  readonly distinct: number;
  /** The values and how often each comes, where there are not too many. */
  readonly values: ReadonlyMap<string, number>;
  readonly reading: NumberReading | null;
  /** Whether its dates can be read with the day first and with the month first. */
  readonly bothOrders: boolean;
  /** Whether its cells have several units of one quantity. */
  readonly mixedUnits: boolean;
  /** Present cells that this reading cannot read, the first few. */
  readonly strange: readonly string[];
  readonly strangeCount: number;
  readonly integers: boolean;
  /** [rows] where the reading is plain; NaN is missing. */
  readonly numbers: Float64Array | undefined;
  /** Each cell is one more than the cell above. */
  readonly counts: boolean;
  readonly start: number;
  readonly meanWords: number;
  readonly meanCharacters: number;
}

/** More different values are not told apart. */
export const MOST_VALUES = 20_000;

/** What a column holds. Dates that can be read both ways are read in the preferred order. */
export function profileColumn(cells: Cells, semicolons: boolean, prefer: 'DMY' | 'MDY' = 'DMY'): Profile {
  const values = new Map<string, number>();
  const marks = new Map<string, number>();
  let [present, missing, words, characters, plain] = [0, 0, 0, 0, 0];
  let [integers, counts, start, last] = [true, true, Number.NaN, Number.NaN];
  const others = newStrange();
  let row = 0;
  const numbers = new Float64Array(cells.length).fill(Number.NaN);
  for (const raw of cells) {
    const cell = raw.trim();
    row++;
    if (isMissing(cell)) {
      missing++;
      counts = false;
      if (cell !== '') marks.set(cell, (marks.get(cell) ?? 0) + 1);
      continue;
    }
    present++;
    if (values.size < MOST_VALUES || values.has(cell)) values.set(cell, (values.get(cell) ?? 0) + 1);
    const value = plainNumber(cell);
    if (Number.isNaN(value)) {
      counts = false;
      words += wordsIn(cell);
      characters += cell.length;
      addStrange(others, cell);
      continue;
    }
    plain++;
    numbers[row - 1] = value;
    integers &&= Number.isInteger(value);
    if (row === 1) start = value;
    else counts &&= value === last + 1;
    last = value;
  }
  let reading: NumberReading | null =
    present > 0 && areNumbers(plain, present, values.size - 1, others) ? { as: 'PLAIN' } : null;
  let strange: readonly string[] = others.cells;
  let strangeCount = present - plain;
  let bothOrders = false;
  let mixedUnits = false;
  if (reading === null && present > 0) {
    const counted = values.size < MOST_VALUES ? values : { [Symbol.iterator]: () => each(cells) };
    const written = writtenReading(counted, present, semicolons) ?? dateReading(counted, present, prefer);
    if (written)
      ({ reading, strange, strangeCount, integers, bothOrders = false, mixedUnits = false } = written);
  }
  return {
    present,
    missing,
    marks: [...marks.keys()],
    distinct: values.size,
    values,
    reading,
    bothOrders,
    mixedUnits,
    strange,
    strangeCount,
    integers,
    numbers: reading?.as === 'PLAIN' ? numbers : undefined,
    counts: counts && row > 2 && reading !== null,
    start,
    meanWords: words / Math.max(1, present),
    meanCharacters: characters / Math.max(1, present),
  };
}

/** Words of a text; letters of scripts without spaces count as half a word each. */
function wordsIn(cell: string): number {
  const dense =
    cell.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return cell.split(/\s+/).length + dense / 2;
}

function* each(cells: Cells): Generator<[string, number]> {
  for (const cell of cells) if (!isMissing(cell.trim())) yield [cell.trim(), 1];
}

/** A cell as a number, by the reading of its column; NaN where it is missing or is none. */
export function numberIn(raw: string, reading: NumberReading): number {
  const cell = raw.trim();
  if (isMissing(cell)) return Number.NaN;
  switch (reading.as) {
    case 'PLAIN':
      return plainNumber(cell);
    case 'DATE':
      return parseDate(cell, reading.order) ?? Number.NaN;
    case 'WRITTEN': {
      const found = parseNumber(cell, reading);
      return found ? found.value * (timesBetween(found.unit, reading.unit) ?? Number.NaN) : Number.NaN;
    }
  }
}
