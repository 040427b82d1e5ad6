import { cholesky, invertedLower } from '../heads/algebra/cholesky.js';
import {
  columnMeans,
  columnProducts,
  type Matrix,
  minusRow,
  plusDiagonal,
  rowOf,
  rowProducts,
  rowsOf,
} from '../heads/algebra/matrix.js';
import { centroids } from '../heads/nearness/nearest-centroid.js';
import { unitLength } from '../heads/transforms/transforms.js';

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
    return { features: unitLength(centred), sharpness: 16 };
  // Rows x → L⁻¹ x, where the covariance is L Lᵀ.
  const inverse = invertedLower(cholesky(withinClasses(centred, fit)));
  return { features: rowProducts(centred, inverse), sharpness: 1 };
}

/** [columns, columns] covariance around the means of the classes. */
function withinClasses(features: Matrix, { rows, labels }: LabelledRows): Matrix {
  const own = rowsOf(features, rows);
  const classes = Array.from(labels).reduce((most, label) => Math.max(most, label + 1), 0);
  const support = { features: own, labels: Int32Array.from(labels), ways: classes };
  const means = centroids(support);
  const off = { ...own, values: Float64Array.from(own.values) };
  for (const [i, k] of support.labels.entries())
    for (const [c, mean] of rowOf(means, k).entries()) off.values[i * own.columns + c]! -= mean;
  const products = columnProducts(off, off);
  const covariance = { ...products, values: products.values.map((value) => value / rows.length) };
  let trace = 0;
  for (let c = 0; c < own.columns; c++) trace += rowOf(covariance, c)[c] as number;
  return plusDiagonal(covariance, (SHRINKAGE * trace) / own.columns + 1e-9);
}
