import { widthOf } from './dialect.js';

type Row = readonly string[];

/**
 * Where an unquoted decimal comma has made two cells of one: the places of the first of each two, which are the same in all rows. The
 * rows have one cell more than there are names, or one for each column of numbers. Undefined where it could be at other places too.
 */
export function unquotedCommas(names: Row, rows: readonly Row[]): readonly number[] | undefined {
  const columns = widthOf(names);
  const filled = rows.filter((row) => widthOf(row) > 0);
  const width = mostFrequent(filled.map(widthOf));
  const long = filled.filter((row) => widthOf(row) === width);
  if (width <= columns || long.length < 2 || long.length < 0.9 * filled.length) return undefined;
  const isPair = (i: number): boolean =>
    long.every((row) => /^\s*-?\d+$/.test(row[i] ?? '') && /^\d+\s*$/.test(row[i + 1] ?? ''));
  if (width === columns + 1) {
    const places = Array.from({ length: width - 1 }, (_, i) => i).filter(isPair);
    return places.length === 1 ? places : undefined;
  }
  const areNumbers = Array.from({ length: width }, (_, i) =>
    long.every((row) => /^\s*-?\d+\s*$/.test(row[i] ?? '')),
  );
  const words = areNumbers.filter((is) => !is).length;
  if (width - words !== 2 * (columns - words)) return undefined;
  const places: number[] = [];
  for (let i = 0; i < width; i++) if (areNumbers[i] && places.at(-1) !== i - 1) places.push(i);
  return places.length === columns - words && places.every(isPair) ? places : undefined;
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/** A row with each two cells as the one that they were. */
export function joinedAt(row: Row, places: readonly number[]): string[] {
  const firsts = new Set(places);
  return row.flatMap((cell, i) =>
    firsts.has(i - 1) ? [] : firsts.has(i) ? [`${cell},${row[i + 1] ?? ''}`] : [cell],
  );
}
