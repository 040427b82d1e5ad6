import { matrix, rowOf } from '../heads/algebra/matrix.js';
import type { Support } from '../heads/head.js';
import { nonconformity } from './conformal.js';
import { type LeaveOneOut, leaveOneOut } from './support-rule.js';

/** What one support example does to one answer. */
export interface SupportShare {
  /** Its place in the support set. */
  readonly index: number;
  /** Its part, 0…1, of all changes that leaving one example out makes to the probability of the answer; they sum to 1. */
  readonly share: number;
  /** [ways] probabilities without it. */
  readonly without: Float64Array;
  /** Probability of the answer with it less without it: positive where it speaks for the answer. */
  readonly difference: number;
}

/** Who an answer rests on: exact leave-one-out, the largest share first. */
export function supportShares(rule: LeaveOneOut, n: number, query: Float64Array): SupportShare[] {
  const whole = rule.whole(query);
  const answer = whole.indexOf(Math.max(...whole));
  const changes = Array.from({ length: n }, (_, index) => {
    const without = rule.without(query, index);
    return { index, without, difference: (whole[answer] as number) - (without[answer] as number) };
  });
  const total = changes.reduce((sum, { difference }) => sum + Math.abs(difference), 0);
  return changes
    .map((change) => ({ ...change, share: total > 0 ? Math.abs(change.difference) / total : 1 / n }))
    .sort((a, b) => b.share - a.share || a.index - b.index);
}

/**
 * Ascending nonconformity scores of the support examples, each scored by what is left without it (the jackknife): nearly exchangeable with new
 * examples. Close in practice, without a proof for all distributions (Barber 2021). The only example of its class scores 1, which widens sets until one example more is given.
 */
export function leaveOneOutScores(rule: Parameters<typeof leaveOneOut>[0], support: Support): Float64Array {
  const { features, labels, ways } = support;
  const loo = leaveOneOut(rule, support);
  const left = matrix(
    features.rows,
    ways,
    Array.from(labels, (_, i) => [...loo.without(rowOf(features, i), i)]).flat(),
  );
  return nonconformity(left, labels);
}
