import { cholesky, choleskySolve } from '../heads/algebra/cholesky.js';
import { matrix } from '../heads/algebra/matrix.js';

/** What is believed of the exponent before anything was measured here: a normal distribution. */
export interface Normal {
  readonly mean: number;
  readonly deviation: number;
}

/** Errors of classifiers fall as error(m) = scale · m^−exponent with m examples (Cortes 1994; Hestness 2017). */
export interface PowerLaw {
  readonly logScale: number;
  readonly exponent: number;
  /** Of (logScale, exponent). */
  readonly covariance: readonly [readonly [number, number], readonly [number, number]];
}

/**
 * Generalised least squares of log error on log size, with the covariance [n, n] of the log errors, and a normal prior of the
 * exponent where one is given: with few noisy points the curve keeps to those of other data sets. Sizes and errors are > 0.
 */
export function fitPowerLaw(
  sizes: readonly number[],
  errors: readonly number[],
  covariance: readonly (readonly number[])[],
  prior?: Normal,
): PowerLaw {
  const n = sizes.length;
  const l = cholesky(matrix(n, n, covariance.flat()));
  // Columns: 1, −log m and log error, each multiplied by the inverse of the covariance.
  const design = sizes.map((size, i) => [1, -Math.log(size), Math.log(errors[i] as number)]);
  const weighted = choleskySolve(l, matrix(n, 3, design.flat()));
  const inner = (a: number, b: number) =>
    design.reduce((sum, row, i) => sum + (row[a] as number) * (weighted.values[3 * i + b] as number), 0);
  const precision = prior ? 1 / prior.deviation ** 2 : 0;
  const [a, b, d] = [inner(0, 0), inner(0, 1), inner(1, 1) + precision];
  const [p, q] = [inner(0, 2), inner(1, 2) + precision * (prior?.mean ?? 0)];
  const determinant = a * d - b * b;
  return {
    logScale: (d * p - b * q) / determinant,
    exponent: (a * q - b * p) / determinant,
    covariance: [
      [d / determinant, -b / determinant],
      [-b / determinant, a / determinant],
    ],
  };
}

/** Log error at a size, and its standard deviation. */
export function logErrorAt({ logScale, exponent, covariance }: PowerLaw, size: number): Normal {
  const x = -Math.log(size);
  const [[aa, ab], [, bb]] = covariance;
  return { mean: logScale + exponent * x, deviation: Math.sqrt(Math.max(0, aa + 2 * x * ab + x * x * bb)) };
}
