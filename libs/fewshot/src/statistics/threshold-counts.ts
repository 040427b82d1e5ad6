/** What is taken for positive at a threshold: every score at or above it. */
export interface ThresholdCounts {
  readonly threshold: number;
  readonly truePositives: number;
  readonly falsePositives: number;
}

/** Examples by their truth. */
export interface Totals {
  readonly positives: number;
  readonly negatives: number;
}

/** [n] scores and whether each example is positive → the counts at every distinct score, the highest first. */
export function thresholdCounts(scores: ArrayLike<number>, isPositive: ArrayLike<number>): ThresholdCounts[] {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort(
    (a, b) => (scores[b] as number) - (scores[a] as number),
  );
  const counts: ThresholdCounts[] = [];
  let [truePositives, falsePositives] = [0, 0];
  for (const [at, i] of order.entries()) {
    if (isPositive[i]) truePositives++;
    else falsePositives++;
    const threshold = scores[i] as number;
    const next = order[at + 1];
    if (next === undefined || scores[next] !== threshold)
      counts.push({ threshold, truePositives, falsePositives });
  }
  return counts;
}

export const totalsOf = (counts: readonly ThresholdCounts[]): Totals => ({
  positives: counts.at(-1)?.truePositives ?? 0,
  negatives: counts.at(-1)?.falsePositives ?? 0,
});

/** Area under the ROC curve: how often a positive has a higher score than a negative, ties counted half. NaN without both. */
export function areaUnderRoc(counts: readonly ThresholdCounts[]): number {
  const { positives, negatives } = totalsOf(counts);
  let [area, found, alarms] = [0, 0, 0];
  for (const { truePositives, falsePositives } of counts) {
    area += ((falsePositives - alarms) * (truePositives + found)) / 2;
    [found, alarms] = [truePositives, falsePositives];
  }
  return area / (positives * negatives);
}

/** Σ (Rᵢ − Rᵢ₋₁) Pᵢ over thresholds, highest first: precision averaged over recall, without interpolation. NaN without positives. */
export function averagePrecision(counts: readonly ThresholdCounts[]): number {
  const { positives } = totalsOf(counts);
  let [sum, found] = [0, 0];
  for (const { truePositives, falsePositives } of counts) {
    sum += ((truePositives - found) * truePositives) / (truePositives + falsePositives);
    found = truePositives;
  }
  return sum / positives;
}

/** The rates that ROC and precision-recall curves are drawn of, for each of the counts. */
export function thresholdRates(counts: readonly ThresholdCounts[], { positives, negatives }: Totals) {
  return counts.map(({ threshold, truePositives, falsePositives }) => ({
    threshold,
    recall: truePositives / positives,
    falsePositiveRate: falsePositives / negatives,
    precision: truePositives / (truePositives + falsePositives),
  }));
}
