import { type Matrix, matrix } from '../algebra/matrix.js';

/** Of more rows, so many at even distances in each column's order stand for all. */
const MOST = 512;

export interface Ranks {
  /** [columns, kept] each column's values in order. */
  readonly sorted: Matrix;
  of(m: Matrix): Matrix;
}

/**
 * Fits x ↦ 3 (share of the fitted rows below x − ½), column by column: numbers by their rank, −1.5 … 1.5, so that outliers and
 * skewed columns weigh no more than others. Equal values share their ranks.
 */
export function ranksWithin(fittedOn: Matrix): Ranks {
  const { rows, columns } = fittedOn;
  const kept = Math.min(rows, MOST);
  const sorted = matrix(columns, kept);
  for (let j = 0; j < columns; j++) {
    const column = Float64Array.from(
      { length: rows },
      (_, i) => fittedOn.values[i * columns + j] as number,
    ).sort();
    for (let at = 0; at < kept; at++)
      sorted.values[j * kept + at] = column[Math.floor(((at + 0.5) * rows) / kept)] as number;
  }
  return {
    sorted,
    of(m) {
      const out = matrix(m.rows, columns);
      for (let at = 0; at < out.values.length; at++) {
        const from = (at % columns) * kept;
        const x = m.values[at] as number;
        const below = first(sorted.values, from, from + kept, (value) => value >= x) - from;
        const upTo = first(sorted.values, from, from + kept, (value) => value > x) - from;
        out.values[at] = 3 * ((below + upTo) / 2 / kept - 0.5);
      }
      return out;
    },
  };
}

/** The first place in from…to−1 of an ordered list where it holds, or `to`. */
function first(values: Float64Array, from: number, to: number, holds: (value: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
