import { type Matrix, rowsOf } from '../heads/algebra/matrix.js';
import { fitHead } from '../heads/fit-head.js';
import { headKind } from '../heads/head-kinds.js';
import { fittedTransform, isRowWise } from '../heads/transforms/feature-transform.js';
import type { Candidate } from './candidate.js';
import { centroidUnit } from './grids/centroid-unit.js';
import { type Gram, gramOf, MOST_GRAM_ROWS } from './grids/gram.js';
import { reducedUnit } from './grids/reduced-unit.js';
import { softmaxRows } from './units/probabilities.js';
import { type Protocol, unitPlans } from './units/protocol.js';
import type { Unit, UnitPlan } from './units/unit.js';

/**
 * Scores one candidate on features [n, dim] that were computed once, unit by unit. Transform, penalty and head are fitted on
 * what the unit fits on. `labels` [n] are in 0…classes−1. What is computed for all units together (transforms that look at
 * one example, inner products) counts as training time, in equal parts.
 */
export function* evaluateFeatures(
  features: Matrix,
  labels: Int32Array,
  classes: number,
  candidate: Candidate,
  protocol: Protocol,
): Generator<Unit, void> {
  yield* evaluatePlans(features, candidate, unitPlans(protocol, labels, classes));
}

/** Scores a candidate on some units, such as the share of one worker. */
export function* evaluatePlans(
  features: Matrix,
  candidate: Candidate,
  plans: readonly UnitPlan[],
): Generator<Unit, void> {
  const started = performance.now();
  const prepared = preparedFor(features, candidate, plans);
  const share = (performance.now() - started) / 1000 / Math.max(1, plans.length);
  for (const plan of plans) {
    const unit = evaluateUnit(prepared, plan);
    yield { ...unit, trainSeconds: unit.trainSeconds + share };
  }
}

interface Prepared {
  readonly features: Matrix;
  /** With the transform that is still to be fitted. */
  readonly candidate: Candidate;
  readonly gram?: Gram;
}

/** Inner products of all pairs replace the features where units are many, or a fit goes over all features many times. */
function preparedFor(features: Matrix, candidate: Candidate, plans: readonly UnitPlan[]): Prepared {
  const rowWise = isRowWise(candidate.transform);
  const own = rowWise ? fittedTransform(candidate.transform, features).apply(features) : features;
  const rest: Candidate = rowWise ? { ...candidate, transform: 'NONE' } : candidate;
  const work = plans.reduce((sum, { fitRows, rows }) => sum + fitRows.length * rows.length, 0);
  const most = plans.reduce((top, { fitRows }) => Math.max(top, fitRows.length), 0);
  const { transductive, byColumn, light } = headKind(rest.method);
  const rotated = rest.transform !== 'STANDARDISED' && !transductive && !byColumn;
  const pays =
    features.rows <= MOST_GRAM_ROWS &&
    (!light || 4 * work > features.rows ** 2) &&
    2 * most < features.columns;
  return rotated && pays
    ? { features: own, candidate: rest, gram: gramOf(own) }
    : { features: own, candidate: rest };
}

function evaluateUnit({ features, candidate, gram }: Prepared, plan: UnitPlan): Unit {
  const { fitRows, fitTruth, ...rest } = plan;
  const ways = plan.classes.length;
  const started = performance.now();
  const known = { ...rest, fitted: fitRows.length };
  if (
    gram &&
    candidate.method === 'CENTROID' &&
    candidate.metric !== 'COSINE' &&
    candidate.transform === 'NONE'
  ) {
    const probabilities = centroidUnit(gram, plan);
    return { ...known, probabilities, trainSeconds: 0, predictSeconds: (performance.now() - started) / 1000 };
  }
  const { fit, score } = gram
    ? reducedUnit(gram, fitRows, plan.rows)
    : { fit: rowsOf(features, fitRows), score: rowsOf(features, plan.rows) };
  const fitted = fitHead(candidate, { features: fit, labels: fitTruth, ways });
  const between = performance.now();
  const probabilities = softmaxRows(fitted.logits(score));
  return {
    ...known,
    probabilities,
    trainSeconds: (between - started) / 1000,
    predictSeconds: (performance.now() - between) / 1000,
  };
}
