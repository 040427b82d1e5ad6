import type { Candidate } from '../evaluation/candidate.js';
import { evaluatePlans } from '../evaluation/evaluate-features.js';
import { gramOf } from '../evaluation/grids/gram.js';
import { reducedUnit } from '../evaluation/grids/reduced-unit.js';
import type { Unit, UnitPlan } from '../evaluation/units/unit.js';
import { type Matrix, rowsOf } from '../heads/algebra/matrix.js';
import { withPenalty } from '../heads/fit-head.js';
import { headKind } from '../heads/head-kinds.js';
import { fittedTransform, isRowWise } from '../heads/transforms/feature-transform.js';
import { heldOutHits } from './held-out-hits.js';
import type { ProbePlans } from './probe-plans.js';
import type { ArmHits } from './probed-arms.js';

/** Scores a head as `probing` does, at one go. */
export function probeFeatures(features: Matrix, candidate: Candidate, plans: ProbePlans): ArmHits {
  const going = probing(features, candidate, plans);
  for (;;) {
    const { done, value } = going.next();
    if (done) return value;
  }
}

/**
 * Scores a head on features [n, dim] by the folds of a probe, and yields after each fit, so that it can be given up between them. The penalty is chosen once at each size, in its first fold, and
 * fits stop early, so that hundreds of folds stay cheap; where there are more columns than examples, coordinates in the span of the examples
 * take the place of the features, which changes no score.
 */
export function* probing(
  features: Matrix,
  candidate: Candidate,
  { half, most }: ProbePlans,
): Generator<undefined, ArmHits> {
  const { x, rest } = spanned(features, { ...candidate, roughly: true });
  const scored = function* (plans: readonly UnitPlan[]) {
    const [first] = plans;
    const own = first
      ? withPenalty(rest, {
          features: rowsOf(x, first.fitRows),
          labels: first.fitTruth,
          ways: first.classes.length,
        })
      : rest;
    const units: Unit[] = [];
    yield;
    for (const unit of evaluatePlans(x, own, plans)) {
      units.push(unit);
      yield;
    }
    return heldOutHits(units, x.rows);
  };
  return { half: yield* scored(half), most: yield* scored(most) };
}

function spanned(features: Matrix, candidate: Candidate): { x: Matrix; rest: Candidate } {
  const { transform, method } = candidate;
  if (headKind(method).byColumn || features.columns <= features.rows) return { x: features, rest: candidate };
  if (transform !== 'NONE' && !isRowWise(transform)) return { x: features, rest: candidate };
  const all = Int32Array.from({ length: features.rows }, (_, row) => row);
  const own = fittedTransform(transform, features).apply(features);
  return { x: reducedUnit(gramOf(own), all, all).fit, rest: { ...candidate, transform: 'NONE' } };
}
