import { type Matrix, matrix } from './matrix.js';

/** Fits x ↦ 3 (share of the fitted rows below x − ½), column by column: numbers by their rank, −1.5 … 1.5, so that outliers and skewed columns weigh no more than others. */
export function ranksWithin(fittedOn: Matrix): (m: Matrix) => Matrix {
  const { rows, columns } = fittedOn;
  const sorted = Array.from({ length: columns }, (_, j) =>
    Float64Array.from({ length: rows }, (_, i) => fittedOn.values[i * columns + j] as number).sort(),
  );
  const share = (column: Float64Array, x: number): number => {
    let [below, same] = [0, 0];
    for (const value of column) {
      if (value < x) below++;
      else if (value === x) same++;
      else break;
    }
    return (below + same / 2) / column.length;
  };
  return (m) => {
    const out = matrix(m.rows, columns);
    for (let at = 0; at < out.values.length; at++)
      out.values[at] = 3 * (share(sorted[at % columns] as Float64Array, m.values[at] as number) - 0.5);
    return out;
  };
}
