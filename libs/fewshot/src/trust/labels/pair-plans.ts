import type { Unit, UnitPlan } from '../../evaluation/units/unit.js';
import { type Matrix, rowOf } from '../../heads/algebra/matrix.js';
import { outOfFold } from '../out-of-fold.js';
import { without } from './worth-of-fixing.js';

/** Two folds of one repeat, and what is fitted on neither and scores both. */
export interface FoldPair {
  readonly folds: readonly [UnitPlan, UnitPlan];
  readonly plan: UnitPlan;
}

/** [repeats · folds] plans of a cross-validation → each pair of folds of a repeat; none with two folds, which leave nothing to fit on. */
export function pairPlans(plans: readonly UnitPlan[], folds: number): FoldPair[] {
  if (folds < 3) return [];
  return plans.flatMap((first, i) => {
    const held = new Set(first.rows);
    const others = plans.slice(i + 1, folds * (Math.floor(i / folds) + 1));
    return others.map((second) => ({
      folds: [first, second] as const,
      plan: {
        ...second,
        ...without(second, (row) => held.has(row)),
        rows: joined(first.rows, second.rows),
        truth: joined(first.truth, second.truth),
      },
    }));
  });
}

/**
 * The units of all pairs → [n, classes] what the pairs with this fold say of the other folds, each example scored by what saw neither it
 * nor the fold; rows of the fold, and of no pair, are NaN.
 */
export function scoredWithout(
  fold: UnitPlan,
  pairs: readonly FoldPair[],
  units: readonly Unit[],
  n: number,
): Matrix {
  const own = units.filter((_, i) => pairs[i]?.folds.includes(fold));
  const scored = outOfFold(own, n, fold.classes.length);
  for (const row of fold.rows) rowOf(scored, row).fill(Number.NaN);
  return scored;
}

const joined = (a: Int32Array, b: Int32Array): Int32Array => Int32Array.from([...a, ...b]);
