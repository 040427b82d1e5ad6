import type { Candidate } from '../evaluation/candidate.js';
import { evaluatePlans } from '../evaluation/evaluate-features.js';
import { gramOf } from '../evaluation/grids/gram.js';
import { reducedUnit } from '../evaluation/grids/reduced-unit.js';
import type { UnitPlan } from '../evaluation/units/unit.js';
import { type Matrix, rowsOf } from '../heads/algebra/matrix.js';
import { withPenalty } from '../heads/fit-head.js';
import { headKind } from '../heads/head-kinds.js';
import { fittedTransform, isRowWise } from '../heads/transforms/feature-transform.js';
import { heldOutHits } from './held-out-hits.js';
import type { ProbePlans } from './probe-plans.js';
import type { ArmHits } from './probed-arms.js';

/**
 * Scores a head on features [n, dim] by the folds of a probe. The penalty is chosen once at each size, in its first fold, and
 * fits stop early, so that hundreds of folds stay cheap; where there are more columns than examples, coordinates in the span of the examples
 * take the place of the features, which changes no score.
 */
export function probeFeatures(features: Matrix, candidate: Candidate, { half, most }: ProbePlans): ArmHits {
  const { x, rest } = spanned(features, { ...candidate, roughly: true });
  const scored = (plans: readonly UnitPlan[]) => {
    const [first] = plans;
    const own = first
      ? withPenalty(rest, {
          features: rowsOf(x, first.fitRows),
          labels: first.fitTruth,
          ways: first.classes.length,
        })
      : rest;
    return heldOutHits(evaluatePlans(x, own, plans), x.rows);
  };
  return { half: scored(half), most: scored(most) };
}

function spanned(features: Matrix, candidate: Candidate): { x: Matrix; rest: Candidate } {
  const { transform, method } = candidate;
  if (headKind(method).byColumn || features.columns <= features.rows) return { x: features, rest: candidate };
  if (transform !== 'NONE' && !isRowWise(transform)) return { x: features, rest: candidate };
  const all = Int32Array.from({ length: features.rows }, (_, row) => row);
  const own = fittedTransform(transform, features).apply(features);
  return { x: reducedUnit(gramOf(own), all, all).fit, rest: { ...candidate, transform: 'NONE' } };
}
