import type { PackArray, PackColumn } from '@kshot/domain';
import { isMissing } from '../columns/parse-number.js';
import type { TablePlan } from '../columns/plan-table.js';
import { numberIn, type Profile } from '../columns/profile-column.js';
import { cleanName } from '../names/clean-name.js';
import { quoteNames } from '../names/quote-names.js';
import { contentKey } from '../pack/content-key.js';
import type { Content } from '../texts/pack-texts.js';
import type { Cells } from './cells.js';
import type { Table } from './table.js';

interface TypedColumn {
  readonly entry: PackColumn;
  readonly array: PackArray;
  readonly warnings: readonly string[];
}

/** The columns of numbers and categories. */
export function tableContent(table: Table, { columns }: TablePlan, rows: Int32Array): Content {
  const typed = columns
    .filter(({ role, why }) => why === null && ['NUMBER', 'CATEGORY', 'DATE'].includes(role))
    .map(({ index, name, role, profile }) => {
      const cells = table.columns[index] as Cells;
      return role === 'CATEGORY' ? categories(name, cells, rows) : numbers(name, cells, rows, profile);
    });
  const constant = typed.filter(({ entry }) => isConstant(entry)).map(({ entry }) => entry.name);
  return {
    manifest: { modality: 'TABLE', columns: typed.map(({ entry }) => entry) },
    arrays: Object.fromEntries(typed.map(({ array }, i) => [`column:${i}`, array])),
    keys: rowKeys(typed, rows.length),
    warnings: [
      ...typed.flatMap(({ warnings }) => warnings),
      ...(constant.length > 0
        ? [
            `${constant.length === 1 ? '1 column has' : `${constant.length} columns have`} the same value in each row and ${constant.length === 1 ? 'carries' : 'carry'} no information: ${quoteNames(constant)}.`,
          ]
        : []),
    ],
  };
}

const isConstant = (entry: PackColumn): boolean =>
  entry.missing === 0 &&
  (entry.kind === 'NUMBER' ? entry.minimum === entry.maximum : entry.categories.length < 2);

/** Numbers as they are stored; those that are not finite as 32-bit floats count as missing. */
function numbers(name: string, cells: Cells, rows: Int32Array, profile: Profile): TypedColumn {
  const reading = profile.reading ?? { as: 'PLAIN' };
  const exact = new Float64Array(rows.length);
  let [missing, huge, sum, minimum, maximum] = [0, 0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < exact.length; i++) {
    const row = rows[i] as number;
    const value = profile.numbers?.[row] ?? numberIn(cells.at(row), reading);
    const storable = Number.isFinite(Math.fround(value));
    exact[i] = storable ? value : Number.NaN;
    if (!storable) {
      missing++;
      if (!Number.isNaN(value)) huge++;
      continue;
    }
    sum += value;
    minimum = Math.min(minimum, value);
    maximum = Math.max(maximum, value);
  }
  const count = Math.max(1, exact.length - missing);
  const mean = sum / count;
  const deviation = Math.sqrt(
    exact.reduce((total, value) => (Number.isNaN(value) ? total : total + (value - mean) ** 2), 0) / count,
  );
  const empty = missing === exact.length;
  const shift = offsetFor(minimum, maximum);
  return {
    entry: {
      kind: 'NUMBER',
      name,
      missing,
      mean,
      deviation: Number.isFinite(deviation) ? deviation : 0,
      minimum: empty ? 0 : minimum,
      maximum: empty ? 0 : maximum,
      ...(shift === 0 ? {} : { offset: shift }),
      ...(reading.as === 'PLAIN' ? {} : { reading }),
    },
    array: { shape: [rows.length], values: new Float32Array(exact.map((value) => value - shift)) },
    warnings:
      huge > 0
        ? [
            `Column "${name}": ${huge} ${huge === 1 ? 'number is' : 'numbers are'} too large to be stored and ${huge === 1 ? 'counts' : 'count'} as missing.`,
          ]
        : [],
  };
}

/** What is taken off all values so that those far from zero keep their differences as 32-bit floats; 0 where it is not needed. */
function offsetFor(minimum: number, maximum: number): number {
  const range = maximum - minimum;
  const size = Math.max(Math.abs(minimum), Math.abs(maximum));
  if (!Number.isFinite(range) || range === 0 || size < 2 ** 20 * Math.max(range, 1) * 2 ** -10) return 0;
  return size > range && size >= 2 ** 24 ? minimum : 0;
}

function categories(name: string, cells: Cells, rows: Int32Array): TypedColumn {
  const found = new Map<string, number>();
  const cleaned = new Map<string, number>();
  const counts: number[] = [];
  let missing = 0;
  const met = new Int32Array(rows.length);
  for (let i = 0; i < met.length; i++) {
    const raw = cells.at(rows[i] as number);
    if (isMissing(raw)) {
      missing++;
      met[i] = -1;
      continue;
    }
    let place = cleaned.get(raw);
    if (place === undefined) {
      const cell = cleanName(raw);
      place = found.get(cell) ?? found.size;
      found.set(cell, place);
      cleaned.set(raw, place);
    }
    met[i] = place;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const ranked = [...found].sort(
    ([a, i], [b, j]) => (counts[j] as number) - (counts[i] as number) || (a < b ? -1 : 1),
  );
  const rank = new Int32Array(ranked.length);
  for (const [k, [, place]] of ranked.entries()) rank[place] = k;
  return {
    entry: {
      kind: 'CATEGORY',
      name,
      missing,
      categories: ranked.map(([category]) => category),
    },
    array: { shape: [rows.length], values: met.map((place) => (place < 0 ? -1 : (rank[place] as number))) },
    warnings: [],
  };
}

/** Keys of the content of rows, by what is stored of them. */
export function rowKeys(columns: readonly { readonly array: PackArray }[], rows: number): Float64Array {
  const line = new Float64Array(columns.length);
  const bytes = new Uint8Array(line.buffer);
  return Float64Array.from({ length: rows }, (_, row) => {
    for (const [c, { array }] of columns.entries()) line[c] = array.values[row] as number;
    return contentKey(bytes);
  });
}
