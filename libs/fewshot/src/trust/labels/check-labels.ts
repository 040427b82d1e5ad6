import { unitPlans } from '../../evaluation/units/protocol.js';
import type { Unit, UnitPlan } from '../../evaluation/units/unit.js';
import type { Matrix } from '../../heads/algebra/matrix.js';
import { argMax } from '../../statistics/classification.js';
import type { Figure } from '../../statistics/figure.js';
import { calibrated } from '../calibrated.js';
import { outOfFold } from '../out-of-fold.js';
import { type AmbiguousPair, ambiguousPairs } from './ambiguous-pairs.js';
import { drawnGroups, plansWithin } from './drawn-groups.js';
import type { DuplicatesFound } from './duplicates.js';
import { pairPlans, scoredWithout } from './pair-plans.js';
import { type Suspicion, suspiciousLabels } from './suspicious-labels.js';
import { type Fit, relabelled, type Scoring, without, worthOfFixing } from './worth-of-fixing.js';

export interface LabelCheck {
  /** All judged examples, most suspicious first. */
  readonly suspicions: readonly Suspicion[];
  readonly pairs: readonly AmbiguousPair[];
  /** Share of examples whose given label is the likeliest, out of fold. */
  readonly accuracy: number;
  /** Of a head that is fitted on the suspicious labels mended, on them left out, and on a single copy of each example. */
  readonly worth: {
    readonly relabelled: Figure | null;
    readonly removed: Figure | null;
    readonly deduplicated: Figure | null;
  };
}

export interface CheckSettings {
  readonly folds: number;
  readonly repeats: number;
  readonly seed: number;
}

type Data = {
  readonly labels: Int32Array;
  readonly classes: number;
  readonly duplicates: Pick<DuplicatesFound, 'groups'>;
};

/** Examples that the worth of mending is measured on at most. */
const MOST_MENDED = 10_000;

/**
 * Looks for wrong labels by cross-validation: copies of an example stay in one fold, so that none vouches for another. What mending is
 * worth is measured with nested folds: for each fold the suspicious labels are those that the other folds show of each other,
 * so it takes three folds; of more than 10,000 examples on as many, drawn with the seed. Says after each step how many of how many
 * are done. Throws RangeError with too few examples for the folds.
 */
export function* checkLabels(
  score: Scoring,
  { labels, classes, duplicates: { groups } }: Data,
  { folds, repeats, seed }: CheckSettings,
): Generator<{ done: number; total: number }, LabelCheck> {
  const copies = groups.some((group, row) => group !== row);
  const plans = unitPlans(
    { kind: 'FOLDS', folds, repeats, seed, ...(copies ? { groups: [...groups] } : {}) },
    labels,
    classes,
  );
  const isPart = labels.length > MOST_MENDED;
  const some = isPart ? plansWithin(plans, drawnGroups(groups, MOST_MENDED, seed)) : plans;
  const pairs = pairPlans(some, folds);
  const total = plans.length + (isPart ? some.length : 0) + pairs.length + 3;
  let done = 0;
  const step = () => ({ done: ++done, total });
  function* scored(planned: readonly UnitPlan[]): Generator<{ done: number; total: number }, Unit[]> {
    const units: Unit[] = [];
    for (const plan of planned) {
      units.push(...score([plan]));
      yield step();
    }
    return units;
  }
  const units = yield* scored(plans);
  const probabilities = calibrated(outOfFold(units, labels.length, classes), labels);
  const suspicions = suspiciousLabels(probabilities, labels, groups);
  const doubtful = new Set(suspicions.filter(({ probable }) => probable).map(({ row }) => row));
  const before = isPart ? yield* scored(some) : units;
  const ofPairs = yield* scored(pairs.map(({ plan }) => plan));
  const mended = some.map((plan) => {
    const inner = scoredWithout(plan, pairs, ofPairs, labels.length);
    const found = suspiciousLabels(calibrated(inner, labels), labels, groups).filter(
      ({ probable }) => probable,
    );
    return new Map(found.map(({ row, suggested }) => [row, suggested]));
  });
  const own = ({ index }: UnitPlan) => mended[index] as Map<number, number>;
  const trusted = (row: number) => !doubtful.has(row);
  const worthOf = (fix: (plan: UnitPlan) => Fit) => worthOfFixing(score, some, before, fix, trusted);
  const mends = doubtful.size > 0 && pairs.length > 0;
  const asRelabelled = mends ? worthOf((plan) => relabelled(plan, own(plan))) : null;
  yield step();
  const asRemoved = mends ? worthOf((plan) => without(plan, (row) => own(plan).has(row))) : null;
  yield step();
  const deduplicated = copies ? worthOf((plan) => without(plan, (row) => groups[row] !== row)) : null;
  yield step();
  return {
    suspicions,
    pairs: ambiguousPairs(probabilities, labels),
    accuracy: accuracyOf(probabilities, labels),
    worth: { relabelled: asRelabelled, removed: asRemoved, deduplicated },
  };
}

function accuracyOf(probabilities: Matrix, labels: Int32Array): number {
  const said = argMax(Float32Array.from(probabilities.values), probabilities.columns);
  return labels.reduce((hits, k, row) => hits + Number(said[row] === k), 0) / labels.length;
}
