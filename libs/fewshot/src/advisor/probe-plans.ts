import { unitPlans } from '../evaluation/units/protocol.js';
import type { UnitPlan } from '../evaluation/units/unit.js';
import { seedOfStream } from '../random/random.js';

/** Folds of one size that repeat until each example was held out `repeats` times. */
export interface ProbePlans {
  /** Fit on half of the examples. */
  readonly half: readonly UnitPlan[];
  /** Fit on most of them: four fifths, or all but one where there are fewer than five. */
  readonly most: readonly UnitPlan[];
}

/** Examples that are looked at: more would only take longer, since an interval is no wider than 1/√n. */
export const MOST_PROBED = 1000;

/** Predictions that tell accuracies apart as well as more would. */
const ENOUGH = 1000;

/**
 * [n] labels in 0…classes−1 → the folds by which an advisor looks at the examples: two training sizes, so that accuracy
 * can be followed to all examples and beyond; stratified, repeated with other seeds where examples are few, of which each
 * says much. Undefined where nothing can be held out: fewer than four examples, or a class with a single one.
 */
export function probePlans(
  labels: Int32Array,
  classes: number,
  seed: number,
  repeats = Math.min(3, Math.max(1, Math.round(ENOUGH / labels.length))),
): ProbePlans | undefined {
  const counts = new Int32Array(classes);
  for (const label of labels) counts[label] = (counts[label] as number) + 1;
  if (labels.length < 4 || counts.some((count) => count < 2)) return undefined;
  const folds = (count: number, stream: number) =>
    unitPlans({ kind: 'FOLDS', folds: count, repeats, seed: seedOfStream(seed, stream) }, labels, classes);
  return { half: folds(2, 1), most: folds(Math.min(5, labels.length), 2) };
}
