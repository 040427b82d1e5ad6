import { type Matrix, rowsOf } from '../../heads/algebra/matrix.js';
import { headScores } from '../../heads/head.js';
import { ridgeHead } from '../../heads/linear/ridge.js';
import { argMax } from '../../statistics/classification.js';
import type { UnitPlan } from '../units/unit.js';
import { hasLinearAlgebra } from './linear-algebra.js';
import { logisticGrid } from './logistic-grid.js';
import { ridgeGrid } from './ridge-grid.js';

export interface PenaltyGrid {
  /** [penalties][plans] accuracy. */
  readonly scores: readonly (readonly number[])[];
  /** [penalties] mean over the plans. */
  readonly means: readonly number[];
  /** The penalty with the best mean; of equals the first. */
  readonly chosen: number;
}

/**
 * Cross-validates penalties of ridge (targets ±1) or multinomial logistic regression, all of them and all folds together. The
 * plans must be folds: each fits on all examples that it does not score. Features are taken as they are; a transform that is
 * fitted would have to be fitted in each fold.
 */
export function penaltyGrid(
  features: Matrix,
  labels: Int32Array,
  classes: number,
  method: 'RIDGE' | 'LOGISTIC',
  penalties: readonly number[],
  plans: readonly UnitPlan[],
): PenaltyGrid {
  if (plans.some(({ rows, fitRows }) => rows.length + fitRows.length !== features.rows))
    throw new RangeError('Penalties are compared over folds: each must fit on all that it does not score.');
  const grid = method === 'LOGISTIC' ? logisticGrid : hasLinearAlgebra() ? ridgeGrid : ridgeByFold;
  const found = grid(features, labels, classes, penalties, plans);
  const scores = found.map((each) =>
    each.map((values, f) => {
      const { truth } = plans[f] as UnitPlan;
      return (
        argMax(values, classes).reduce((hits, k, i) => hits + (k === truth[i] ? 1 : 0), 0) / truth.length
      );
    }),
  );
  const means = scores.map((each) => each.reduce((sum, score) => sum + score, 0) / each.length);
  return { scores, means, chosen: penalties[means.indexOf(Math.max(...means))] as number };
}

/** One fit a penalty and fold, where the backend has no linear algebra. */
function ridgeByFold(
  features: Matrix,
  _labels: Int32Array,
  classes: number,
  penalties: readonly number[],
  plans: readonly UnitPlan[],
): Float32Array[][] {
  return penalties.map((penalty) =>
    plans.map(({ fitRows, fitTruth, rows }) => {
      const support = { features: rowsOf(features, fitRows), labels: fitTruth, ways: classes };
      return Float32Array.from(headScores(ridgeHead(support, penalty), rowsOf(features, rows)).values);
    }),
  );
}
