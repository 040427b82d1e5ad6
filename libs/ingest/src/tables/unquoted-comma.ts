import { widthOf } from './dialect.js';

type Row = readonly string[];

/**
 * Where an unquoted decimal comma has made two cells of one: the place of the first of them, which is the same in all rows.
 * Undefined where the rows have no cell more than there are names, or where it could be at several places.
 */
export function unquotedComma(names: Row, rows: readonly Row[]): number | undefined {
  const width = widthOf(names) + 1;
  const long = rows.filter((row) => widthOf(row) === width);
  if (long.length < 2 || long.length < 0.9 * rows.filter((row) => widthOf(row) > 0).length) return undefined;
  const places = Array.from({ length: width - 1 }, (_, i) => i).filter((i) =>
    long.every((row) => /^\s*-?\d+$/.test(row[i]!) && /^\d+\s*$/.test(row[i + 1]!)),
  );
  return places.length === 1 ? places[0] : undefined;
}

/** A row with the two cells as the one that they were. */
export const joinedAt = (row: Row, at: number): string[] => [
  ...row.slice(0, at),
  `${row[at]},${row[at + 1]}`,
  ...row.slice(at + 2),
];
