import { columnMeans, type Matrix, minusRow, timesRow } from '../heads/matrix.js';
import { powered, unitLength } from '../heads/transforms.js';
import { whitening } from '../heads/whitening.js';

/**
 * As they are; rows of length 1; centred by the mean of what is fitted on, then length 1 (SimpleShot, Wang 2019); signed
 * square root, then length 1 (Hu 2021); columns of mean 0 and variance 1; whitened by a covariance that is shrunk half-way.
 */
export type FeatureTransform = 'NONE' | 'L2N' | 'CL2N' | 'POWER' | 'STANDARDISED' | 'WHITENED';

const SHRINKAGE = 0.5;

/** Whether it looks at one example alone, so that nothing is fitted. */
export const isRowWise = (transform: FeatureTransform): boolean =>
  transform === 'L2N' || transform === 'POWER';

/** A transform whose means and variances are those of `fittedOn` [n, dim]. */
export function fittedTransform(transform: FeatureTransform, fittedOn: Matrix): (m: Matrix) => Matrix {
  if (transform === 'NONE') return (m) => m;
  if (transform === 'L2N') return unitLength;
  if (transform === 'POWER') return (m) => unitLength(powered(m, 0.5));
  if (transform === 'WHITENED') return whitening(fittedOn, SHRINKAGE);
  const mean = columnMeans(fittedOn);
  if (transform === 'CL2N') return (m) => unitLength(minusRow(m, mean));
  const variance = columnMeans({
    ...fittedOn,
    values: minusRow(fittedOn, mean).values.map((value) => value * value),
  });
  // A column that does not vary stays 0.
  const scale = variance.map((value) => (value > 1e-24 ? 1 / Math.sqrt(value) : 1));
  return (m) => timesRow(minusRow(m, mean), scale);
}
