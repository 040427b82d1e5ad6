import { type Matrix, matrix } from './matrix.js';

/** [n, classes] scores → the softmax of each row, in double precision. */
export function softmaxOfRows({
  rows,
  columns,
  values,
}: Omit<Matrix, 'values'> & {
  readonly values: ArrayLike<number>;
}): Matrix {
  const out = matrix(rows, columns);
  for (let from = 0; from < out.values.length; from += columns) {
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < columns; k++) top = Math.max(top, values[from + k] as number);
    let sum = 0;
    for (let k = 0; k < columns; k++) sum += Math.exp((values[from + k] as number) - top);
    for (let k = 0; k < columns; k++)
      out.values[from + k] = Math.exp((values[from + k] as number) - top) / sum;
  }
  return out;
}
