import type { ThresholdCounts, Totals } from './threshold-counts.js';

/** What mistakes cost, in any unit; right answers cost nothing. */
export interface MistakeCosts {
  /** A positive that is not found. */
  readonly miss: number;
  /** A negative that is taken for positive. */
  readonly falseAlarm: number;
}

/**
 * The threshold in 0…1 whose mistakes cost least on the counted examples. Of thresholds that cost the same it is the one nearest to
 * falseAlarm / (falseAlarm + miss), which is the best for probabilities that hold (Elkan 2001, The foundations of cost-sensitive
 * learning, theorem 1): a few examples decide only where they say more than the probabilities do.
 */
export function leastCostThreshold(
  counts: readonly ThresholdCounts[],
  { positives }: Totals,
  { miss, falseAlarm }: MistakeCosts,
): number {
  const best = falseAlarm / (falseAlarm + miss);
  let chosen = { threshold: best, cost: Number.POSITIVE_INFINITY };
  let above: ThresholdCounts = { threshold: 1, truePositives: 0, falsePositives: 0 };
  for (const below of [...counts, undefined]) {
    // From above.threshold down to the next score, which is not among them, the counts stay the same.
    const [high, low] = [above.threshold, below?.threshold ?? -1];
    if (low < high) {
      const threshold = best > high ? high : best > low ? best : Math.max(0, (low + high) / 2);
      const cost = miss * (positives - above.truePositives) + falseAlarm * above.falsePositives;
      const nearer = Math.abs(threshold - best) < Math.abs(chosen.threshold - best);
      if (cost < chosen.cost || (cost === chosen.cost && nearer)) chosen = { threshold, cost };
    }
    if (below) above = below;
  }
  return chosen.threshold;
}
