import {
  evaluatePlans,
  headKind,
  type Matrix,
  meanInterval,
  type UnitPlan,
  unitScores,
} from '@kshot/fewshot';
import type { NamedHead } from './heads.js';
import type { NamedFeatures } from './joined.js';
import { type DescribedRow, printGain, printRow } from './print-row.js';

/** Scores candidates on the same units and prints a row for each. */
export function scoreAll(
  described: DescribedRow,
  features: Matrix,
  candidates: readonly NamedHead[],
  plans: readonly UnitPlan[],
  json: boolean,
): void {
  for (const candidate of candidates) scoreOne(described, features, candidate, plans, json);
}

/** Candidates on the features of each backbone and of backbones side by side; of the latter also what they gain, unit by unit, over the best one alone. */
export function scoreJoined(
  described: DescribedRow,
  alone: readonly NamedFeatures[],
  together: readonly NamedFeatures[],
  candidates: readonly NamedHead[],
  plans: readonly UnitPlan[],
  json: boolean,
): void {
  for (const candidate of candidates) {
    const score = ({ model, features }: NamedFeatures) => {
      const values = scoreOne({ ...described, model }, features, candidate, plans, json);
      return { model, values, mean: meanInterval(values).mean };
    };
    const best = alone.map(score).reduce((one, other) => (other.mean > one.mean ? other : one));
    for (const one of together.map(score)) {
      const gains = one.values.map((value, i) => value - (best.values[i] as number));
      const row = { ...described, model: one.model };
      printGain(row, candidate.label, best.model, gains, json);
    }
  }
}

/** [units] accuracies, printed as a row. */
function scoreOne(
  described: DescribedRow,
  features: Matrix,
  { label, ...candidate }: NamedHead,
  plans: readonly UnitPlan[],
  json: boolean,
): number[] {
  const started = performance.now();
  const values = Array.from(evaluatePlans(features, candidate, plans), (unit) => unitScores(unit).accuracy);
  const seconds = (performance.now() - started) / 1000;
  const marked = headKind(candidate.method).transductive ? ', transductive' : '';
  printRow(described, `${label}${marked}`, values, seconds, json);
  return values;
}
