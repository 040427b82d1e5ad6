import { intervalOf, type Unit, type UnitKind } from '../units/unit.js';
import { scoredExamples, type UnitScores, unitScores } from '../units/unit-scores.js';

export type UnitMetric = keyof UnitScores;
/** Of losses less is better. */
export const largerIsBetter = (metric: UnitMetric): boolean => metric !== 'logLoss' && metric !== 'brier';

/**
 * The values that are compared: one a unit, or, where all examples are scored once by one fit each (a split, leaving one
 * out), one an example. Throws RangeError where a metric has no value for a single example.
 */
export function pairedValues(units: readonly Unit[], kind: UnitKind, metric: UnitMetric): Float64Array {
  assertComparable(kind, metric);
  if (intervalOf[kind] !== 'EXAMPLES') return Float64Array.from(units, (unit) => unitScores(unit)[metric]);
  return Float64Array.from(
    units.flatMap((unit) => {
      const { predicted, logLoss, brier } = scoredExamples(unit);
      const values = { accuracy: predicted.map((k, i) => Number(k === unit.truth[i])), logLoss, brier };
      return [...values[metric as keyof typeof values]];
    }),
  );
}

/** Throws RangeError where values are of single examples and the metric has none for one. */
export function assertComparable(kind: UnitKind, metric: UnitMetric): void {
  if (intervalOf[kind] === 'EXAMPLES' && (metric === 'balancedAccuracy' || metric === 'macroF1'))
    throw new RangeError(`One example has no ${metric}. Compare by accuracy, or over folds or episodes.`);
}

/** Throws RangeError unless both lists of units scored the same examples in the same order. */
export function assertSameUnits(a: readonly Unit[], b: readonly Unit[], names: string): void {
  const same = a.length === b.length && a.every((unit, i) => sameRows(unit, b[i] as Unit));
  if (!same)
    throw new RangeError(
      `${names} were not scored on the same units. Compare on the same folds or episodes.`,
    );
}

function sameRows(a: Unit, b: Unit): boolean {
  if (a.rows.length !== b.rows.length) return false;
  for (let i = 0; i < a.rows.length; i++)
    if (a.rows[i] !== b.rows[i] || a.truth[i] !== b.truth[i]) return false;
  return true;
}
