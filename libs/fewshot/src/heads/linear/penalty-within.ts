import { spread } from '../algebra/spread.js';
import { crossValidated } from '../cross-validated.js';
import type { LinearHead, Support } from '../head.js';

/** Costs that are tried, relative to the spread of the features, and penalties, one over them: the easiest fit first. */
const GRID = [0.01, 0.1, 1, 10, 100];

/**
 * Parts of a gradient at 0 are about a fifth of the spread's root over the number of classes: a twentieth of that is small enough for
 * penalties to be told apart, whatever the axes.
 */
const ROUGHLY = 0.01;

/** How exact a fit is: roughly is enough to tell penalties apart. */
export type Precision = 'ROUGH' | 'EXACT';

/** The penalty, or with `per` 'COST' the cost, with the least cross-entropy over folds within the support set. */
export function penaltyWithin(
  support: Support,
  per: 'PENALTY' | 'COST',
  fit: (some: Support, value: number, precision: Precision, start?: LinearHead) => LinearHead,
): number {
  const scale = spread(support.features);
  const grid = GRID.map((factor) => (per === 'COST' ? factor / scale : scale / factor));
  return crossValidated<number, LinearHead>(
    support,
    grid,
    (some, value, before) => fit(some, value, 'ROUGH', before),
    grid[2] as number,
  );
}

/** Gradients grow with the features and shrink with the number of classes, and so does what is close enough to 0. */
export const gradientTolerance = (support: Support, precision: Precision): number =>
  (precision === 'EXACT' ? 1e-5 : ROUGHLY / support.ways) * Math.sqrt(spread(support.features));
