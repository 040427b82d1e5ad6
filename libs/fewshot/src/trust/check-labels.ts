import { unitPlans } from '../evaluation/units/protocol.js';
import type { Unit, UnitPlan } from '../evaluation/units/unit.js';
import type { Matrix } from '../heads/algebra/matrix.js';
import { seedOfStream } from '../random/random.js';
import { argMax } from '../statistics/classification.js';
import type { Figure } from '../statistics/figure.js';
import { type AmbiguousPair, ambiguousPairs } from './ambiguous-pairs.js';
import { calibrated } from './calibrated.js';
import type { DuplicatesFound } from './duplicates.js';
import { outOfFold } from './out-of-fold.js';
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

/**
 * Looks for wrong labels by cross-validation: copies of an example stay in one fold, so that none vouches for another. What mending is
 * worth is measured with nested folds: in each fold the suspicious labels are those that its own training rows show by an
 * inner cross-validation. Says after each step how many of how many are done. Throws RangeError with too few examples for the folds.
 */
export function* checkLabels(
  score: Scoring,
  { labels, classes, duplicates: { groups } }: Data,
  { folds, repeats, seed }: CheckSettings,
): Generator<{ done: number; total: number }, LabelCheck> {
  const copies = hasCopies(groups);
  const plans = unitPlans(
    { kind: 'FOLDS', folds, repeats, seed, ...(copies ? { groups: [...groups] } : {}) },
    labels,
    classes,
  );
  const total = 2 * plans.length + 3;
  let done = 0;
  const step = () => ({ done: ++done, total });
  const units: Unit[] = [];
  for (const plan of plans) {
    units.push(...score([plan]));
    yield step();
  }
  const probabilities = calibrated(outOfFold(units, labels.length, classes), labels);
  const suspicions = suspiciousLabels(probabilities, labels);
  const doubtful = new Set(suspicions.filter(({ probable }) => probable).map(({ row }) => row));
  const mended = new Map<number, Map<number, number>>();
  for (const plan of plans) {
    const inner = outOfFold(score(innerPlans(plan, folds, groups)), labels.length, classes);
    const found = suspiciousLabels(calibrated(inner, labels), labels).filter(({ probable }) => probable);
    mended.set(plan.index, new Map(found.map(({ row, suggested }) => [row, suggested])));
    yield step();
  }
  const trusted = (row: number) => !doubtful.has(row);
  const own = ({ index }: UnitPlan) => mended.get(index) as Map<number, number>;
  const worthOf = (fix: (plan: UnitPlan) => Fit) => worthOfFixing(score, plans, fix, trusted);
  const asRelabelled = doubtful.size > 0 ? worthOf((plan) => relabelled(plan, own(plan))) : null;
  yield step();
  const asRemoved = doubtful.size > 0 ? worthOf((plan) => without(plan, (row) => own(plan).has(row))) : null;
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

/** Folds within what a unit fits on. */
function innerPlans(plan: UnitPlan, folds: number, groups: Int32Array): UnitPlan[] {
  const { fitRows, fitTruth, classes } = plan;
  const protocol = {
    kind: 'FOLDS',
    folds: Math.min(folds, fitRows.length),
    seed: seedOfStream(plan.seed, plan.index),
    ...(hasCopies(groups) ? { groups: Array.from(fitRows, (row) => groups[row] as number) } : {}),
  } as const;
  const rowsOf = (places: Int32Array) => places.map((at) => fitRows[at] as number);
  return unitPlans(protocol, fitTruth, classes.length).map((inner) => ({
    ...inner,
    rows: rowsOf(inner.rows),
    fitRows: rowsOf(inner.fitRows),
  }));
}

const hasCopies = (groups: Int32Array): boolean => groups.some((group, row) => group !== row);

function accuracyOf(probabilities: Matrix, labels: Int32Array): number {
  const said = argMax(Float32Array.from(probabilities.values), probabilities.columns);
  return labels.reduce((hits, k, row) => hits + Number(said[row] === k), 0) / labels.length;
}
