import type { Packed } from '../../engine/program.js';
import { HEAD } from '../../meta/backbone.js';
import type { Layer } from '../../networks/layer.js';
import { columnMeans, identity, type Matrix, minusRow } from '../algebra/matrix.js';
import { packed, packedRow } from '../head-layers.js';
import { powered, unitLength } from './transforms.js';
import { whitening } from './whitening.js';

/**
 * As they are; rows of length 1; centred by the mean of what is fitted on, then length 1 (SimpleShot, Wang 2019); signed
 * square root, then length 1 (Hu 2021); columns of mean 0 and variance 1; whitened by a covariance that is shrunk half-way.
 */
export type FeatureTransform = 'NONE' | 'L2N' | 'CL2N' | 'POWER' | 'STANDARDISED' | 'WHITENED';

const SHRINKAGE = 0.5;

/** Whether it looks at one example alone, so that nothing is fitted. */
export const isRowWise = (transform: FeatureTransform): boolean =>
  transform === 'L2N' || transform === 'POWER';

/** A transform whose means and variances were fitted, as what it does to features and as the layers that do the same. */
export interface FittedTransform {
  apply(m: Matrix): Matrix;
  layers(): { readonly layers: readonly Layer[]; readonly arrays: Readonly<Record<string, Packed>> };
}

const UNIT: Layer = { kind: 'l2Normalize', name: `${HEAD}_length` };
const ROOT: Layer = { kind: 'signedRoot', name: `${HEAD}_root` };
const SHIFT: Layer = { kind: 'standardise', name: `${HEAD}_shift` };

/** Fits a transform on `fittedOn` [n, dim]. */
export function fittedTransform(transform: FeatureTransform, fittedOn: Matrix): FittedTransform {
  const fixed = (apply: (m: Matrix) => Matrix, ...layers: Layer[]): FittedTransform => ({
    apply,
    layers: () => ({ layers, arrays: {} }),
  });
  if (transform === 'NONE') return fixed((m) => m);
  if (transform === 'L2N') return fixed(unitLength, UNIT);
  if (transform === 'POWER') return fixed((m) => unitLength(powered(m, 0.5)), ROOT, UNIT);
  const mean = columnMeans(fittedOn);
  if (transform === 'WHITENED') return whitened(fittedOn, mean);
  if (transform === 'CL2N')
    return {
      apply: (m) => unitLength(minusRow(m, mean)),
      layers: () => ({
        layers: [SHIFT, UNIT],
        arrays: shiftArrays(
          mean,
          mean.map(() => 1),
        ),
      }),
    };
  const variance = columnMeans({
    ...fittedOn,
    values: minusRow(fittedOn, mean).values.map((value) => value * value),
  });
  // A column that does not vary stays 0.
  const scale = variance.map((value) => (value > 1e-24 ? 1 / Math.sqrt(value) : 1));
  return {
    apply: (m) => standardised(m, mean, scale),
    layers: () => ({ layers: [SHIFT], arrays: shiftArrays(mean, scale) }),
  };
}

/** As the layer does, in single precision: trees and ranks ask whether a number is equal to another. */
function standardised(m: Matrix, mean: Float64Array, scale: Float64Array): Matrix {
  const [less, times] = [mean.map(Math.fround), scale.map(Math.fround)];
  const values = new Float64Array(m.values.length);
  for (let i = 0, at = 0; i < m.rows; i++)
    for (let j = 0; j < m.columns; j++, at++) {
      const shifted = Math.fround(Math.fround(m.values[at] as number) - (less[j] as number));
      values[at] = Math.fround(shifted * (times[j] as number));
    }
  return { ...m, values };
}

/** Linear: what it makes of each axis is a row of its matrix. */
function whitened(fittedOn: Matrix, mean: Float64Array): FittedTransform {
  const apply = whitening(fittedOn, SHRINKAGE);
  return {
    apply,
    layers() {
      const axes = identity(mean.length);
      const own = apply({ ...axes, values: axes.values.map((value, at) => value + mean[at % mean.length]!) });
      const name = `${HEAD}_white`;
      return {
        layers: [SHIFT, { kind: 'project', name, units: mean.length }],
        arrays: {
          ...shiftArrays(
            mean,
            mean.map(() => 1),
          ),
          [`${name}/matrix`]: packed(own),
        },
      };
    },
  };
}

const shiftArrays = (mean: Float64Array, scale: Float64Array): Record<string, Packed> => ({
  [`${SHIFT.name}/mean`]: packedRow(mean),
  [`${SHIFT.name}/scale`]: packedRow(scale),
});
