import { columnMeans, type Matrix, matrix, minusRow, rowOf, rowProducts } from '../heads/algebra/matrix.js';
import { principalDirections } from '../heads/algebra/principal-directions.js';

export interface Plane {
  /** [n, 2] coordinates in the two directions of most variance, the first direction first. */
  readonly points: Matrix;
  /** Their shares of the variance, 0…1. */
  readonly explained: readonly [number, number];
}

const TURNS = 2000;

/** [n, dim] → the plane of the first two principal components. A direction points where its largest coordinate is positive. */
export function principalPlane(features: Matrix): Plane {
  const { directions, shares } = principalDirections(features, 2, TURNS);
  const places = rowProducts(directions, minusRow(features, columnMeans(features)));
  const points = matrix(features.rows, 2);
  for (let axis = 0; axis < places.rows; axis++) {
    const own = rowOf(places, axis);
    const largest = own.reduce((most, place) => (Math.abs(place) > Math.abs(most) ? place : most), 0);
    for (const [i, place] of own.entries()) points.values[2 * i + axis] = Math.sign(largest) * place;
  }
  const [first = 0, second = 0] = shares;
  return { points, explained: [first, second] };
}
