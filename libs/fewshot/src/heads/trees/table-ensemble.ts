import { type Matrix, matrix, rowOf, rowsOf } from '../algebra/matrix.js';
import { foldsOfSome } from '../cross-validated.js';
import { classCounts, type ScoringHead, type Support } from '../head.js';
import {
  type FittedMember,
  fitMembers,
  memberScores,
  members,
  scaled,
  scaleOf,
  sharesOf,
  times,
} from './ensemble-members.js';
import type { Ranks } from './ranks.js';

/** In each forest of the ensemble, and in those that are fitted only to weigh it. */
export const TREES = 100;
const WEIGHED_TREES = 50;
const FOLDS = 4;
/** Examples that members are weighed on at most. */
export const MOST_WEIGHED = 1000;
/** How much held-out likelihood counts: 1 would trust it as if folds were independent examples (Grünwald 2012, the safe Bayesian). */
const TRUST = 0.3;
/** One example that a member finds impossible does not decide. */
const LEAST_LIKELY = 0.02;
/** A member of less weight is left out. */
const LEAST_WEIGHT = 0.02;

/** Its head is a forest, or a line whose scores are logits. */
export interface WeighedMember extends FittedMember {
  readonly weight: number;
}

export interface TableEnsemble extends ScoringHead {
  readonly ranks: Ranks;
  readonly weighed: readonly WeighedMember[];
}

/**
 * For rows of tables, standardised: the weighted mean of the class shares of three forests and three linear heads on the columns, or on
 * columns and ranks. A member's weight grows with its likelihood of held-out examples (pseudo-Bayesian model averaging: Yao 2018,
 * doi:10.1214/17-BA1091); where no class has two examples all weigh the same. The seed decides all.
 */
export function tableEnsemble(support: Support, seed: number): TableEnsemble {
  const known = heldOutScores(support, seed);
  const { ranks, fitted } = fitMembers(support, seed, TREES);
  const scales = members.map((member, m) =>
    scaleOf(member, known && { scores: known.scores[m] as Matrix, labels: known.labels }),
  );
  const weights = known
    ? weightsOf(
        fitted.map((one, m) => sharesOf(one, times(known.scores[m] as Matrix, scales[m] as number))),
        known.labels,
        support.ways,
      )
    : members.map(() => 1 / members.length);
  const weighed = fitted.flatMap(({ member, head }, m): WeighedMember[] => {
    const weight = weights[m] as number;
    return weight > 0 ? [{ member, weight, head: scaled(head, scales[m] as number) }] : [];
  });
  return {
    kind: 'SCORING',
    ranks,
    weighed,
    scores(queries) {
      const total = matrix(queries.rows, support.ways);
      for (const [k, scores] of memberScores({ ranks, fitted: weighed }, queries).entries()) {
        const one = weighed[k] as WeighedMember;
        for (const [at, share] of sharesOf(one, scores).values.entries())
          total.values[at] = (total.values[at] as number) + one.weight * share;
      }
      return total;
    },
  };
}

/** Scores by each member of examples that it was not fitted on; undefined where nothing can be held out. */
function heldOutScores(support: Support, seed: number) {
  const folds = foldsOfSome(atMost(support, MOST_WEIGHED), FOLDS);
  if (folds.length === 0) return undefined;
  const parts = folds.map(({ kept, held }) =>
    memberScores(fitMembers(kept, seed, WEIGHED_TREES), held.features),
  );
  const labels = Int32Array.from(folds.flatMap(({ held }) => [...held.labels]));
  const scores = members.map((_, m) =>
    matrix(labels.length, support.ways, Float64Array.from(parts.flatMap((part) => [...part[m]!.values]))),
  );
  return { scores, labels };
}

/** So many examples, evenly from all. */
function atMost(support: Support, most: number): Support {
  const { labels, features } = support;
  if (labels.length <= most) return support;
  const rows = Array.from({ length: most }, (_, i) => Math.floor((i * labels.length) / most));
  return {
    ...support,
    features: rowsOf(features, rows),
    labels: Int32Array.from(rows, (row) => labels[row] as number),
  };
}

/** Members' shares of the held-out examples → their weights, which sum to 1. Every class counts the same. */
function weightsOf(shares: readonly Matrix[], labels: Int32Array, ways: number): number[] {
  const counts = classCounts({ labels, ways });
  const likelihoods = shares.map((each) =>
    labels.reduce((sum, k, i) => {
      const fair = labels.length / (ways * (counts[k] as number));
      return sum + fair * Math.log(Math.max(LEAST_LIKELY, rowOf(each, i)[k] as number));
    }, 0),
  );
  const best = Math.max(...likelihoods);
  const weights = normalised(likelihoods.map((one) => Math.exp(TRUST * (one - best))));
  return normalised(weights.map((weight) => (weight < LEAST_WEIGHT ? 0 : weight)));
}

function normalised(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
