import { dot, type Matrix } from '../algebra/matrix.js';

/** Rows of length 1; a row of zeros stays. */
export function unitLength(m: Matrix): Matrix {
  const values = Float64Array.from(m.values);
  for (let i = 0; i < m.rows; i++) {
    const row = values.subarray(i * m.columns, (i + 1) * m.columns);
    const length = Math.sqrt(dot(row, row));
    if (length > 0) for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) / length;
  }
  return { ...m, values };
}

/** sign(x) |x|^exponent: brings features with long tails closer to Gaussian (Hu 2021 use ½). */
export const powered = (m: Matrix, exponent: number): Matrix => ({
  ...m,
  values: m.values.map((value) => Math.sign(value) * Math.abs(value) ** exponent),
});
