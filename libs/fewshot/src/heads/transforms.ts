import { cholesky } from './cholesky.js';
import { columnMeans, columnProducts, dot, type Matrix, matrix, minusRow, rowOf } from './matrix.js';

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

/**
 * Fits whitening: z ↦ L⁻¹(z − μ), with L Lᵀ the covariance of the rows shrunk towards its mean variance by `shrinkage`
 * (0…1; Ledoit and Wolf 2004), so that it works with fewer rows than columns. On the fitted rows themselves and without
 * shrinkage the result has covariance 1 (divided by n).
 */
export function whitening(fittedOn: Matrix, shrinkage: number): (m: Matrix) => Matrix {
  const mean = columnMeans(fittedOn);
  const centred = minusRow(fittedOn, mean);
  const covariance = columnProducts(centred, centred);
  const d = fittedOn.columns;
  const scaled = covariance.values.map((value) => value / fittedOn.rows);
  const variance =
    Array.from({ length: d }, (_, j) => scaled[j * d + j] as number).reduce((a, b) => a + b, 0) / d;
  const shrunk = scaled.map(
    (value, i) => (1 - shrinkage) * value + (i % (d + 1) === 0 ? shrinkage * variance : 0),
  );
  const l = cholesky(matrix(d, d, shrunk));
  return (m) => {
    const out = minusRow(m, mean);
    for (let i = 0; i < out.rows; i++) {
      const row = rowOf(out, i);
      for (let j = 0; j < d; j++) {
        let sum = row[j] as number;
        for (let k = 0; k < j; k++) sum -= (l.values[j * d + k] as number) * (row[k] as number);
        row[j] = sum / (l.values[j * d + j] as number);
      }
    }
    return out;
  };
}
