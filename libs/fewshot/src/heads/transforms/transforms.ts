import { dot, type Matrix, minusRow } from '../algebra/matrix.js';

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

/** SimpleShot's variants (Wang 2019): as they are, length 1, or centred by a mean of base classes and then length 1. */
export function simpleShot(m: Matrix, variant: 'NONE' | 'L2N' | 'CL2N', baseMean?: Float64Array): Matrix {
  if (variant === 'NONE') return m;
  if (variant === 'L2N') return unitLength(m);
  if (!baseMean) throw new RangeError('CL2N centres by the mean of the base classes. Give it, or use L2N.');
  return unitLength(minusRow(m, baseMean));
}
