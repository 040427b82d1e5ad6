import { spread } from '../algebra/spread.js';
import { crossValidated } from '../cross-validated.js';
import type { LinearHead, Support } from '../head.js';

/** Penalties and costs that are tried, relative to the spread of the features. */
const GRID = [0.01, 0.1, 1, 10, 100];

/** How exact a fit is: roughly is enough to tell penalties apart. */
export type Precision = 'ROUGH' | 'EXACT';

/** The penalty, or with `per` 'COST' the cost, with the least cross-entropy over folds within the support set. */
export function penaltyWithin(
  support: Support,
  per: 'PENALTY' | 'COST',
  fit: (some: Support, value: number, precision: Precision) => LinearHead,
): number {
  const scale = spread(support.features);
  const grid = GRID.map((factor) => (per === 'COST' ? factor / scale : factor * scale));
  return crossValidated(support, grid, (some, value) => fit(some, value, 'ROUGH'), grid[2] as number);
}

/** Gradients grow with the features, and so does what is close enough to 0. */
export const gradientTolerance = (
  support: Support,
  precision: Precision,
): { readonly tolerance: number } => ({
  tolerance: (precision === 'EXACT' ? 1e-5 : 1e-2) * Math.sqrt(spread(support.features)),
});
