import { cholesky } from '../heads/cholesky.js';
import { columnMeans, type Matrix, matrix, minusRow, plusDiagonal } from '../heads/matrix.js';

/** Rows with the number of their class. */
export interface LabelledRows {
  readonly rows: ArrayLike<number>;
  readonly labels: ArrayLike<number>;
}

/** Features in which squared distances to class means tell classes apart. */
export interface LabelSpace {
  readonly features: Matrix;
  /** How sharply half squared distances become probabilities where there are no held-out labels to fit it to. */
  readonly sharpness: number;
}

/** Wider features have too few labels for a covariance. */
const MOST_WHITENED = 256;
/** Share of the mean variance that is added to each, so that few labels do not make a direction look sure. */
const SHRINKAGE = 0.05;

/**
 * Features less their mean, whitened by the covariance within classes (Fisher's linear discriminant) where they are few, and of
 * length 1 otherwise.
 */
export function labelSpace(features: Matrix, fit: LabelledRows): LabelSpace {
  const centred = minusRow(features, columnMeans(features));
  if (features.columns > MOST_WHITENED || fit.rows.length <= features.columns)
    return { features: unitRows(centred), sharpness: 16 };
  return { features: whitened(centred, withinClasses(centred, fit)), sharpness: 1 };
}

function unitRows({ rows, columns, values }: Matrix): Matrix {
  const out = matrix(rows, columns, values);
  for (let row = 0; row < rows; row++) {
    const own = out.values.subarray(row * columns, (row + 1) * columns);
    const length = Math.sqrt(own.reduce((sum, value) => sum + value * value, 0)) || 1;
    for (let c = 0; c < columns; c++) own[c]! /= length;
  }
  return out;
}

/** [columns, columns] covariance around the means of the classes. */
function withinClasses({ columns, values }: Matrix, { rows, labels }: LabelledRows): Matrix {
  const means = new Map<number, { sum: Float64Array; count: number }>();
  const rowAt = (i: number) =>
    values.subarray((rows[i] as number) * columns, ((rows[i] as number) + 1) * columns);
  for (let i = 0; i < rows.length; i++) {
    const own = means.get(labels[i] as number) ?? { sum: new Float64Array(columns), count: 0 };
    means.set(labels[i] as number, own);
    own.count++;
    for (const [c, value] of rowAt(i).entries()) own.sum[c]! += value;
  }
  const covariance = matrix(columns, columns);
  for (let i = 0; i < rows.length; i++) {
    const { sum, count } = means.get(labels[i] as number)!;
    const off = Float64Array.from(rowAt(i), (value, c) => value - (sum[c] as number) / count);
    for (let a = 0; a < columns; a++)
      for (let b = 0; b < columns; b++)
        covariance.values[a * columns + b]! += ((off[a] as number) * (off[b] as number)) / rows.length;
  }
  let trace = 0;
  for (let c = 0; c < columns; c++) trace += covariance.values[c * columns + c] as number;
  return plusDiagonal(covariance, (SHRINKAGE * trace) / columns + 1e-9);
}

/** Rows x → L⁻¹ x, where the covariance is L Lᵀ. */
function whitened({ rows, columns, values }: Matrix, covariance: Matrix): Matrix {
  const l = cholesky(covariance).values;
  const out = matrix(rows, columns, values);
  for (let row = 0; row < rows; row++) {
    const x = out.values.subarray(row * columns, (row + 1) * columns);
    for (let a = 0; a < columns; a++) {
      for (let b = 0; b < a; b++) x[a]! -= (l[a * columns + b] as number) * (x[b] as number);
      x[a]! /= l[a * columns + a] as number;
    }
  }
  return out;
}
