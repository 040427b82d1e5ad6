import { cacheHead } from '../heads/cache-head.js';
import { crossValidated } from '../heads/cross-validated.js';
import { discriminant } from '../heads/discriminant.js';
import { forest } from '../heads/forest.js';
import { type Head, headScores, type Support } from '../heads/head.js';
import { kernelRidge } from '../heads/kernel-ridge.js';
import { linearSvm } from '../heads/linear-svm.js';
import { logisticHead } from '../heads/logistic.js';
import type { Matrix } from '../heads/matrix.js';
import { nearestCentroid } from '../heads/nearest-centroid.js';
import { nearestNeighbours } from '../heads/nearest-neighbours.js';
import { prototypeHead } from '../heads/prototype-head.js';
import { ridgeByLeaveOneOut, ridgeHead } from '../heads/ridge.js';
import { spread } from '../heads/spread.js';
import { tableEnsemble } from '../heads/table-ensemble.js';
import { type TransductiveMethod, transductiveHeads } from '../heads/transductive.js';
import { type FeatureTransform, fittedTransform } from './feature-transform.js';

export type HeadMethod =
  | 'CENTROID'
  | 'NEAREST_NEIGHBOURS'
  | 'CACHE'
  | 'RIDGE'
  | 'KERNEL_RIDGE'
  | 'LDA'
  | 'LOGISTIC'
  | 'SVM'
  | 'PROTOTYPE_HEAD'
  | TransductiveMethod
  | 'RANDOM_FOREST'
  | 'EXTRA_TREES'
  | 'TABLE_ENSEMBLE';

/** A head method with its options: what can be fitted on features and scored. */
export interface Candidate {
  readonly name: string;
  readonly method: HeadMethod;
  readonly transform: FeatureTransform;
  /** Penalty (of the SVM: cost; of neighbours: how many) in the method's own unit; left out, it is chosen within the fit. */
  readonly penalty?: number;
}

/** Whether the method looks at all queries together; its numbers compare only with those of such methods. */
export const isTransductive = <T extends { readonly method: HeadMethod }>(
  candidate: T,
): candidate is T & { readonly method: TransductiveMethod } => candidate.method in transductiveHeads;

const withTrees: readonly HeadMethod[] = ['RANDOM_FOREST', 'EXTRA_TREES', 'TABLE_ENSEMBLE'];

/** Whether it looks at columns one by one, so that it cannot work on rotated features. */
export const isByColumn = ({ method }: Candidate): boolean => method === 'LDA' || withTrees.includes(method);

/** Of the trees: a candidate is fitted the same whenever it meets the same examples. */
const SEED = 1;

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
  if (isTransductive(candidate)) {
    const scores = transductiveHeads[candidate.method];
    return { kind: 'LOGITS', scores: (asked) => scores(support, transform(asked)) };
  }
  const head = fittedHead(candidate, support);
  return {
    kind:
      candidate.method === 'NEAREST_NEIGHBOURS' || withTrees.includes(candidate.method) ? 'SHARES' : 'LOGITS',
    scores: (queries) => headScores(head, transform(queries)),
  };
}

/** The penalty that the method would choose within the support; undefined of a method that has none. */
export function chosenPenalty({ method, penalty, transform }: Candidate, given: Support): number | undefined {
  if (penalty !== undefined) return penalty;
  const support = { ...given, features: fittedTransform(transform, given.features)(given.features) };
  const scale = spread(support.features);
  const grid = GRID.map((factor) => (method === 'SVM' ? factor / scale : factor * scale));
  switch (method) {
    case 'RIDGE':
      return ridgeByLeaveOneOut(support).penalty;
    case 'LOGISTIC':
    case 'PROTOTYPE_HEAD':
    case 'SVM':
      return crossValidated(
        support,
        grid,
        (some, value) => penalised(method, some, value, scale, false),
        grid[2] as number,
      );
    default:
      return undefined;
  }
}

/** Roughly is enough to tell penalties apart. Gradients grow with the features. */
function penalised(
  method: 'LOGISTIC' | 'PROTOTYPE_HEAD' | 'SVM',
  support: Support,
  value: number,
  scale: number,
  exact: boolean,
): Head {
  if (method === 'SVM') return linearSvm(support, value, { tolerance: exact ? 1e-4 : 1e-2 });
  const precision = { tolerance: (exact ? 1e-5 : 1e-2) * Math.sqrt(scale) };
  return method === 'LOGISTIC'
    ? logisticHead(support, value, undefined, precision)
    : prototypeHead(support, value, precision);
}

function fittedHead({ method, penalty }: Candidate, support: Support): Head {
  switch (method) {
    case 'NEAREST_NEIGHBOURS':
      return nearestNeighbours(support, penalty ?? 3, 'DISTANCE');
    case 'CACHE':
      return cacheHead(support);
    case 'KERNEL_RIDGE':
      return kernelRidge(support, penalty);
    case 'RIDGE':
      return penalty === undefined ? ridgeByLeaveOneOut(support) : ridgeHead(support, penalty);
    case 'LDA':
      return discriminant(support);
    case 'LOGISTIC':
    case 'PROTOTYPE_HEAD':
    case 'SVM': {
      const own = penalty ?? chosenPenalty({ name: method, method, transform: 'NONE' }, support);
      return penalised(method, support, own as number, spread(support.features), true);
    }
    case 'RANDOM_FOREST':
      return forest(support, 'RANDOM', SEED);
    case 'EXTRA_TREES':
      return forest(support, 'EXTRA', SEED);
    case 'TABLE_ENSEMBLE':
      return tableEnsemble(support, SEED);
    default:
      return nearestCentroid(support);
  }
}
