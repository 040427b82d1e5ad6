import type { Unit, UnitPlan } from '../evaluation/units/unit.js';
import { argMax } from '../statistics/classification.js';
import { type Figure, meanFigure } from '../statistics/figure.js';

/** Fits and scores units: a head on features, or anything else. */
export type Scoring = (plans: readonly UnitPlan[]) => Iterable<Unit>;
/** What a unit fits on. */
export type Fit = Pick<UnitPlan, 'fitRows' | 'fitTruth'>;

/**
 * Accuracy after a fix less accuracy before, on the same held-out rows of each fold: only what is fitted on changes. Of the rows
 * only those that `counts` keeps are scored, so that no doubtful label decides. The interval is over folds (Nadeau and
 * Bengio 2003); both in shares of 1, null where no fold has a row left.
 */
export function worthOfFixing(
  score: Scoring,
  plans: readonly UnitPlan[],
  fix: (plan: UnitPlan) => Fit,
  counts: (row: number) => boolean,
): Figure | null {
  const scored = plans.map((plan) => withRows(plan, counts)).filter(({ rows }) => rows.length > 0);
  const before = accuracies(score(scored));
  const after = accuracies(score(scored.map((plan) => ({ ...plan, ...fix(plan) }))));
  const gains = before.map((accuracy, i) => (after[i] as number) - accuracy);
  if (gains.length === 0) return null;
  const overlap =
    scored.reduce((sum, { rows, fitRows }) => sum + rows.length / fitRows.length, 0) / scored.length;
  return meanFigure(gains, 'FOLDS', { overlap, least: -1, most: 1 });
}

function withRows(plan: UnitPlan, counts: (row: number) => boolean): UnitPlan {
  const kept = [...plan.rows.keys()].filter((i) => counts(plan.rows[i] as number));
  return {
    ...plan,
    rows: Int32Array.from(kept, (i) => plan.rows[i] as number),
    truth: Int32Array.from(kept, (i) => plan.truth[i] as number),
  };
}

const accuracies = (units: Iterable<Unit>): number[] =>
  Array.from(units, ({ probabilities, truth, classes }) => {
    const said = argMax(probabilities, classes.length);
    return truth.reduce((hits, k, i) => hits + Number(said[i] === k), 0) / truth.length;
  });

/** What is fitted on without some rows; all of it where nothing would be left. */
export function without({ fitRows, fitTruth }: Fit, gone: (row: number) => boolean): Fit {
  const kept = [...fitRows.keys()].filter((i) => !gone(fitRows[i] as number));
  if (kept.length === 0) return { fitRows, fitTruth };
  return {
    fitRows: Int32Array.from(kept, (i) => fitRows[i] as number),
    fitTruth: Int32Array.from(kept, (i) => fitTruth[i] as number),
  };
}

/** What is fitted on with other labels, by row. */
export const relabelled = ({ fitRows, fitTruth }: Fit, labels: ReadonlyMap<number, number>): Fit => ({
  fitRows,
  fitTruth: fitTruth.map((k, i) => labels.get(fitRows[i] as number) ?? k),
});
