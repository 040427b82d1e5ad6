import type { Unit, UnitPlan } from '../../evaluation/units/unit.js';
import { argMax } from '../../statistics/classification.js';
import { type Figure, meanFigure } from '../../statistics/figure.js';

/** Fits and scores units: a head on features, or anything else. */
export type Scoring = (plans: readonly UnitPlan[]) => Iterable<Unit>;
/** What a unit fits on. */
export type Fit = Pick<UnitPlan, 'fitRows' | 'fitTruth'>;

/**
 * Accuracy after a fix less accuracy before, on the same held-out rows of each fold: only what is fitted on changes. `units` are the
 * plans without the fix. Only the rows that `counts` keeps are counted, so that no doubtful label decides. The interval is over
 * folds (Nadeau and Bengio 2003); both in shares of 1, null where no fold has a row left.
 */
export function worthOfFixing(
  score: Scoring,
  plans: readonly UnitPlan[],
  units: readonly Unit[],
  fix: (plan: UnitPlan) => Fit,
  counts: (row: number) => boolean,
): Figure | null {
  const scored = [...plans.keys()].filter((i) => plans[i]?.rows.some(counts));
  if (scored.length === 0) return null;
  const fixed = scored.map((i) => {
    const plan = plans[i] as UnitPlan;
    return { ...plan, ...fix(plan) };
  });
  const after = Array.from(score(fixed), (unit) => accuracyOn(unit, counts));
  const gains = after.map(
    (accuracy, at) => accuracy - accuracyOn(units[scored[at] as number] as Unit, counts),
  );
  const overlap =
    fixed.reduce((sum, { rows, fitRows }) => sum + rows.length / fitRows.length, 0) / fixed.length;
  return meanFigure(gains, 'FOLDS', { overlap, least: -1, most: 1 });
}

/** Share of the counted rows that the unit gets right. */
function accuracyOn({ rows, truth, classes, probabilities }: Unit, counts: (row: number) => boolean): number {
  const said = argMax(probabilities, classes.length);
  const counted = [...rows.keys()].filter((i) => counts(rows[i] as number));
  return counted.filter((i) => said[i] === truth[i]).length / counted.length;
}

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
