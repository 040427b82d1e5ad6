import { bdCspn } from '../heads/bd-cspn.js';
import { cacheHead } from '../heads/cache-head.js';
import { crossValidated } from '../heads/cross-validated.js';
import { type Head, headScores, type Support } from '../heads/head.js';
import { linearSvm } from '../heads/linear-svm.js';
import { logisticHead } from '../heads/logistic.js';
import type { Matrix } from '../heads/matrix.js';
import { nearestCentroid } from '../heads/nearest-centroid.js';
import { nearestNeighbours } from '../heads/nearest-neighbours.js';
import { prototypeHead } from '../heads/prototype-head.js';
import { ridgeByLeaveOneOut, ridgeHead } from '../heads/ridge.js';
import { spread } from '../heads/spread.js';
import { type FeatureTransform, fittedTransform } from './feature-transform.js';

export type HeadMethod =
  | 'CENTROID'
  | 'NEAREST_NEIGHBOURS'
  | 'CACHE'
  | 'RIDGE'
  | 'LOGISTIC'
  | 'SVM'
  | 'PROTOTYPE_HEAD'
  | 'BD_CSPN';

/** A head method with its options: what can be fitted on features and scored. */
export interface Candidate {
  readonly name: string;
  readonly method: HeadMethod;
  readonly transform: FeatureTransform;
  /** Penalty (of the SVM: cost; of neighbours: how many) in the method's own unit; left out, it is chosen within the fit. */
  readonly penalty?: number;
}

/** Whether the method looks at all queries together; its numbers compare only with those of such methods. */
export const isTransductive = ({ method }: Candidate): boolean => method === 'BD_CSPN';

const GRID = [0.01, 0.1, 1, 10, 100];

export interface FittedCandidate {
  /** [n, dim] → [n, ways], the larger the likelier; of kind 'SHARES' rows sum to 1. */
  scores(queries: Matrix): Matrix;
  readonly kind: 'LOGITS' | 'SHARES';
}

/** Fits transform, penalty and head on the support alone. */
export function fitCandidate(candidate: Candidate, given: Support): FittedCandidate {
  const transform = fittedTransform(candidate.transform, given.features);
  const support = { ...given, features: transform(given.features) };
  if (candidate.method === 'BD_CSPN')
    return {
      kind: 'LOGITS',
      scores: (asked) => {
        const { head, queries } = bdCspn(support, transform(asked));
        const found = headScores(head, queries);
        return { ...found, values: found.values.map((cosine) => 10 * cosine) };
      },
    };
  const head = fittedHead(candidate, support);
  return {
    kind: candidate.method === 'NEAREST_NEIGHBOURS' ? 'SHARES' : 'LOGITS',
    scores: (queries) => headScores(head, transform(queries)),
  };
}

function fittedHead({ method, penalty }: Candidate, support: Support) {
  const scale = spread(support.features);
  const chosen = (
    factors: readonly number[],
    fit: (some: Support, value: number, exact: boolean) => Head,
  ) => {
    const roughly = (some: Support, value: number) => fit(some, value, false);
    return fit(support, penalty ?? crossValidated(support, factors, roughly, factors[2] as number), true);
  };
  const penalties = GRID.map((factor) => factor * scale);
  // Gradients grow with the features; a hundredth is enough to tell penalties apart.
  const logistic = (exact: boolean) => ({ tolerance: (exact ? 1e-5 : 1e-2) * Math.sqrt(scale) });
  switch (method) {
    case 'NEAREST_NEIGHBOURS':
      return nearestNeighbours(support, penalty ?? 3, 'DISTANCE');
    case 'CACHE':
      return cacheHead(support);
    case 'RIDGE':
      return penalty === undefined ? ridgeByLeaveOneOut(support) : ridgeHead(support, penalty);
    case 'LOGISTIC':
      return chosen(penalties, (some, value, exact) => logisticHead(some, value, undefined, logistic(exact)));
    case 'PROTOTYPE_HEAD':
      return chosen(penalties, (some, value, exact) => prototypeHead(some, value, logistic(exact)));
    case 'SVM': {
      const costs = GRID.map((factor) => factor / scale);
      return chosen(costs, (some, cost, exact) => linearSvm(some, cost, { tolerance: exact ? 1e-4 : 1e-2 }));
    }
    default:
      return nearestCentroid(support);
  }
}
