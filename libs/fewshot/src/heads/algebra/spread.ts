import { columnMeans, dot, type Matrix, minusRow } from './matrix.js';

/** Mean squared distance of the rows to their mean, the scale of penalties; 1 where all rows are the same. */
export function spread(features: Matrix): number {
  const centred = minusRow(features, columnMeans(features));
  return dot(centred.values, centred.values) / Math.max(1, features.rows) || 1;
}
