import { evaluatePlans, headKind, type Matrix, type UnitPlan, unitScores } from '@kshot/fewshot';
import type { NamedHead } from './heads.js';
import { type DescribedRow, printRow } from './print-row.js';

/** Scores candidates on the same units and prints a row for each. */
export function scoreAll(
  described: DescribedRow,
  features: Matrix,
  candidates: readonly NamedHead[],
  plans: readonly UnitPlan[],
  json: boolean,
): void {
  for (const { label, ...candidate } of candidates) {
    const started = performance.now();
    const values = Array.from(evaluatePlans(features, candidate, plans), (unit) => unitScores(unit).accuracy);
    const seconds = (performance.now() - started) / 1000;
    const marked = headKind(candidate.method).transductive ? ', transductive' : '';
    printRow(described, `${label}${marked}`, values, seconds, json);
  }
}
