import type { Unit } from '../evaluation/units/unit.js';
import { scoredExamples } from '../evaluation/units/unit-scores.js';

/** [n] the share of its appearances in which each example was classified rightly; 0 where it never appeared. */
export function heldOutHits(units: Iterable<Unit>, n: number): Float64Array {
  const hits = new Float64Array(n);
  const seen = new Float64Array(n);
  for (const unit of units) {
    const { predicted } = scoredExamples(unit);
    for (const [i, row] of unit.rows.entries()) {
      seen[row] = (seen[row] as number) + 1;
      if (predicted[i] === unit.truth[i]) hits[row] = (hits[row] as number) + 1;
    }
  }
  return hits.map((count, row) => count / Math.max(1, seen[row] as number));
}
