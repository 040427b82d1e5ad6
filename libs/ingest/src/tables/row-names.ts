import { widthOf } from './dialect.js';

type Row = readonly string[];

/** Whether rows begin with a name of their own that has none above it, as R writes them: one cell more than names, the first of each another one. */
export function haveRowNames(names: Row, rows: readonly Row[]): boolean {
  const filled = rows.filter((row) => widthOf(row) > 0);
  const width = widthOf(names) + 1;
  if (filled.length < 3 || width < 3 || filled.some((row) => widthOf(row) !== width)) return false;
  const own = filled.map((row) => (row[0] ?? '').trim());
  const number = (name: string) => (/^\d+$/.test(name) ? Number(name) : Number.NaN);
  const areCounted = own.every((name, i) => i === 0 || number(name) === number(own[i - 1] as string) + 1);
  const areWords = own.every((name) => /\p{L}/u.test(name)) && new Set(own).size === own.length;
  return areCounted || areWords;
}
