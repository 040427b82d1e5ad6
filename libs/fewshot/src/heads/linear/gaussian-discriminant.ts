import { cholesky, invertedLower } from '../algebra/cholesky.js';
import {
  columnProducts,
  type Matrix,
  matrix,
  plusRow,
  rowOf,
  rowProducts,
  rowsOf,
} from '../algebra/matrix.js';
import { classCounts, type LinearHead, type ScoringHead, type Support } from '../head.js';
import { centroids } from '../nearness/nearest-centroid.js';
import { shrunkCovariance } from './shrunk-covariance.js';

export interface GaussianDiscriminant extends ScoringHead {
  /** Rows k·dim…(k + 1)·dim−1 give L⁻¹ (x − μ) of class k, whose covariance is L Lᵀ. */
  readonly coordinates: LinearHead;
  /** [ways] log π − log det L; −½ the squares of its coordinates is added to make a class's score. */
  readonly offsets: Float64Array;
}

/**
 * Gaussian discriminant analysis: each class has its mean and its covariance, Ledoit and Wolf's (2004), drawn towards the mean
 * covariance of all classes by `pooling`, 0…1 (Friedman 1989): 1 is linear discriminant analysis. Scores are log densities plus
 * log shares π, up to what all classes have in common. dim³ ways / 3 multiplications.
 */
export function gaussianDiscriminant(support: Support, pooling: number): GaussianDiscriminant {
  const { features, labels, ways } = support;
  const [n, dim] = [features.rows, features.columns];
  const counts = classCounts(support);
  const own = Array.from(counts, (_, k) => covariance(features, labels, k));
  const mean = new Float64Array(dim * dim);
  for (const [k, { values }] of own.entries())
    for (const [at, value] of values.entries())
      mean[at] = (mean[at] as number) + ((counts[k] as number) / n) * value;
  const means = centroids(support);
  const weights = matrix(ways * dim, dim);
  const bias = new Float64Array(ways * dim);
  const offsets = new Float64Array(ways);
  for (const [k, { values }] of own.entries()) {
    const share = values.map((value, at) => (1 - pooling) * value + pooling * (mean[at] as number));
    const l = cholesky(positive(matrix(dim, dim, share)));
    const inverse = invertedLower(l);
    weights.values.set(inverse.values, k * dim * dim);
    const shift = rowProducts(rowsOf(means, [k]), inverse).values;
    for (let j = 0; j < dim; j++) bias[k * dim + j] = -(shift[j] as number);
    let determinant = 0;
    for (let j = 0; j < dim; j++) determinant += Math.log(l.values[j * (dim + 1)] as number);
    offsets[k] = Math.log((counts[k] as number) / n) - determinant;
  }
  const coordinates: LinearHead = { kind: 'LINEAR', weights, bias };
  return {
    kind: 'SCORING',
    coordinates,
    offsets,
    scores(queries) {
      const out = matrix(queries.rows, ways);
      const found = plusRow(rowProducts(queries, weights), bias);
      for (let i = 0; i < queries.rows; i++) {
        const row = rowOf(found, i);
        for (let k = 0; k < ways; k++) {
          let length = 0;
          for (let j = k * dim; j < (k + 1) * dim; j++) length += (row[j] as number) ** 2;
          out.values[i * ways + k] = (offsets[k] as number) - length / 2;
        }
      }
      return out;
    },
  };
}

/** [dim, dim] of one class; all 0 of a class that does not have two examples. */
function covariance(features: Matrix, labels: Int32Array, k: number): Matrix {
  const rows = [...labels.keys()].filter((i) => labels[i] === k);
  const dim = features.columns;
  if (rows.length < 2) return matrix(dim, dim);
  const { centred, kept, diagonal } = shrunkCovariance(rowsOf(features, rows));
  const products = columnProducts(centred, centred);
  return {
    ...products,
    values: products.values.map(
      (value, at) =>
        (kept * value) / rows.length + (at % (dim + 1) === 0 ? (diagonal[at % dim] as number) : 0),
    ),
  };
}

/** Columns that do not vary anywhere get a little of the mean variance, or 1 where nothing varies. */
function positive(m: Matrix): Matrix {
  const dim = m.columns;
  let trace = 0;
  for (let j = 0; j < dim; j++) trace += (m.values[j * (dim + 1)] as number) / dim;
  const least = trace > 0 ? 1e-9 * trace : 1;
  return { ...m, values: m.values.map((value, at) => (at % (dim + 1) === 0 ? value + least : value)) };
}
