import { DomainError, type PackArray, type PackColumn } from '@kshot/domain';

/** A column ready to be packed. */
export interface TypedColumn {
  readonly entry: PackColumn;
  readonly array: PackArray;
}

const missing = new Set(['', '?', 'na', 'n/a', 'nan', 'null', 'none']);
export const isMissing = (cell: string): boolean => missing.has(cell.trim().toLowerCase());

/** Most categories that a column of words may have. */
const MOST_CATEGORIES = 1000;

/** Numbers where every present cell is one, categories otherwise. Throws DATA_COLUMN for free text, which no table method reads. */
export function typedColumn(name: string, cells: readonly string[]): TypedColumn {
  const present = cells.filter((cell) => !isMissing(cell));
  return present.every(isNumber)
    ? numbers(name, cells, cells.length - present.length)
    : categories(name, cells, present);
}

const isNumber = (cell: string): boolean => Number.isFinite(Number(cell.trim()));

function numbers(name: string, cells: readonly string[], absent: number): TypedColumn {
  const values = Float32Array.from(cells, (cell) => (isMissing(cell) ? Number.NaN : Number(cell)));
  const present = values.filter((value) => !Number.isNaN(value));
  const count = Math.max(1, present.length);
  const mean = present.reduce((sum, value) => sum + value, 0) / count;
  const deviation = Math.sqrt(present.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count);
  const minimum = present.length > 0 ? present.reduce((a, b) => Math.min(a, b)) : 0;
  const maximum = present.length > 0 ? present.reduce((a, b) => Math.max(a, b)) : 0;
  return {
    entry: { kind: 'NUMBER', name, missing: absent, mean, deviation, minimum, maximum },
    array: { shape: [cells.length], values },
  };
}

function categories(name: string, cells: readonly string[], present: readonly string[]): TypedColumn {
  const counts = new Map<string, number>();
  for (const cell of present) counts.set(cell.trim(), (counts.get(cell.trim()) ?? 0) + 1);
  if (counts.size > MOST_CATEGORIES || (counts.size > 50 && counts.size > present.length / 2)) {
    throw new DomainError(
      'DATA_COLUMN',
      `Column "${name}" holds text with ${counts.size} different values, such as "${present[0]?.slice(0, 40)}"; a table needs numbers or a few categories. Remove the column, or name it as the text column.`,
    );
  }
  const names = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([category]) => category);
  const index = new Map(names.map((category, k) => [category, k]));
  return {
    entry: { kind: 'CATEGORY', name, missing: cells.length - present.length, categories: names },
    array: {
      shape: [cells.length],
      values: Int32Array.from(cells, (cell) => (isMissing(cell) ? -1 : (index.get(cell.trim()) as number))),
    },
  };
}
