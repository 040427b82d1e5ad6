import {
  columnMeans,
  dot,
  type Matrix,
  matrix,
  minusRow,
  rowOf,
  rowProducts,
} from '../heads/algebra/matrix.js';
import { randomFrom } from '../random/random.js';

export interface Plane {
  /** [n, 2] coordinates in the two directions of most variance, the first direction first. */
  readonly points: Matrix;
  /** Their shares of the variance, 0…1. */
  readonly explained: readonly [number, number];
}

const TURNS = 2000;
const STILL = 1e-10;

/**
 * [n, dim] → the plane of the first two principal components (Pearson 1901), by power iteration on the inner products of the
 * centred rows, which are few. A direction points where its largest coordinate is positive.
 */
export function principalPlane(features: Matrix): Plane {
  const n = features.rows;
  const centred = minusRow(features, columnMeans(features));
  const products = rowProducts(centred, centred);
  let variance = 0;
  for (let i = 0; i < n; i++) variance += products.values[i * n + i] as number;
  const points = matrix(n, 2);
  const explained: [number, number] = [0, 0];
  for (const axis of [0, 1] as const) {
    const { value, vector } = leading(products, axis);
    const length = Math.sqrt(Math.max(0, value));
    const largest = vector.reduce((most, v) => (Math.abs(v) > Math.abs(most) ? v : most), 0);
    for (let i = 0; i < n; i++) {
      const v = vector[i] as number;
      points.values[i * 2 + axis] = Math.sign(largest) * v * length;
      for (let j = 0; j < n; j++)
        products.values[i * n + j] =
          (products.values[i * n + j] as number) - value * v * (vector[j] as number);
    }
    explained[axis] = variance > 0 ? Math.max(0, value) / variance : 0;
  }
  return { points, explained };
}

/** The largest eigenvalue of a symmetric positive matrix and its unit vector. */
function leading(a: Matrix, seed: number): { value: number; vector: Float64Array } {
  const random = randomFrom(seed);
  let vector = unit(Float64Array.from({ length: a.rows }, () => random.normal()));
  for (let turn = 0; turn < TURNS; turn++) {
    const next = unit(vector.map((_, i) => dot(rowOf(a, i), vector)));
    const still = next.every((v, i) => Math.abs(v - (vector[i] as number)) < STILL);
    vector = next;
    if (still) break;
  }
  const value = vector.reduce((sum, v, i) => sum + v * dot(rowOf(a, i), vector), 0);
  return { value, vector };
}

function unit(v: Float64Array): Float64Array {
  const length = Math.sqrt(dot(v, v));
  return length > 0 ? v.map((value) => value / length) : v;
}
