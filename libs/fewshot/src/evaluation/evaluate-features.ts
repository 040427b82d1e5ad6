import { type Matrix, matrix, rowOf } from '../heads/matrix.js';
import { type Candidate, fitCandidate } from './candidate.js';
import { softmaxRows } from './probabilities.js';
import { type Protocol, unitPlans } from './protocol.js';
import type { Unit, UnitPlan } from './unit.js';

/**
 * Scores one candidate on features [n, dim] that were computed once, unit by unit. Transform, penalty and head are fitted on
 * what the unit fits on. `labels` [n] are in 0…classes−1.
 */
export function* evaluateFeatures(
  features: Matrix,
  labels: Int32Array,
  classes: number,
  candidate: Candidate,
  protocol: Protocol,
): Generator<Unit, void> {
  for (const plan of unitPlans(protocol, labels, classes)) yield evaluateUnit(features, candidate, plan);
}

/** One unit: fits on its `fitRows`, scores its `rows`. */
export function evaluateUnit(features: Matrix, candidate: Candidate, plan: UnitPlan): Unit {
  const { fitRows, fitTruth, ...rest } = plan;
  const started = performance.now();
  const ways = plan.classes.length;
  const fitted = fitCandidate(candidate, { features: rowsOf(features, fitRows), labels: fitTruth, ways });
  const between = performance.now();
  const scores = fitted.scores(rowsOf(features, plan.rows));
  const probabilities = fitted.kind === 'SHARES' ? Float32Array.from(scores.values) : softmaxRows(scores);
  return {
    ...rest,
    probabilities,
    fitted: fitRows.length,
    trainSeconds: (between - started) / 1000,
    predictSeconds: (performance.now() - between) / 1000,
  };
}

/** [n, dim] → the chosen rows. */
export function rowsOf(features: Matrix, rows: Int32Array): Matrix {
  const out = matrix(rows.length, features.columns);
  for (const [at, row] of rows.entries()) out.values.set(rowOf(features, row), at * features.columns);
  return out;
}
