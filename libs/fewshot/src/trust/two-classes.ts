import {
  areaUnderRoc,
  averagePrecision,
  type ThresholdCounts,
  type Totals,
  thresholdCounts,
} from '../statistics/threshold-counts.js';

/** How well a model of two classes tells them apart on held-out examples, at every threshold of the second one's probability. */
export interface TwoClasses extends Totals {
  readonly areaUnderRoc: number;
  /** With the first class as the positive one, and with the second. */
  readonly averagePrecision: readonly [number, number];
  /** Counts of the second class, the highest threshold first. */
  readonly points: readonly ThresholdCounts[];
  /** Some of the examples, the least sure first: strength, probability of the second class, and whether it is that. */
  readonly examples: readonly (readonly [strength: number, probability: number, label: 0 | 1])[];
}

const MOST_POINTS = 200;
/** Thresholds that are set by hand are hundredths: at these the counts are exact. */
const HUNDREDTHS = 100;
const MOST_EXAMPLES = 400;

/** [n] logits of the second class less those of the first, and the [n] true classes; undefined where one class is missing. */
export function twoClassesOf(
  { labels, strengths }: { readonly labels: ArrayLike<number>; readonly strengths: ArrayLike<number> },
  margins: ArrayLike<number>,
  temperature: number,
): TwoClasses | undefined {
  const probabilities = Array.from(margins, (margin) => 1 / (1 + Math.exp(-margin / temperature)));
  const positives = Array.from(labels).filter((label) => label === 1).length;
  const negatives = labels.length - positives;
  if (positives === 0 || negatives === 0 || probabilities.some(Number.isNaN)) return undefined;
  const order = [...probabilities.keys()].sort((a, b) => strengths[a]! - strengths[b]!);
  const counts = thresholdCounts(probabilities, labels);
  const totals = { positives, negatives };
  return {
    ...totals,
    areaUnderRoc: areaUnderRoc(counts),
    averagePrecision: [averagePrecision(ofFirstClass(counts, totals)), averagePrecision(counts)],
    points: thinned(counts, totals),
    examples: someOf(probabilities.length).map((place) => {
      const i = order[place] as number;
      return [strengths[i] as number, probabilities[i] as number, labels[i] === 1 ? 1 : 0] as const;
    }),
  };
}

/** Places of so many at most, spread evenly. */
const someOf = (count: number): number[] =>
  Array.from({ length: Math.min(MOST_EXAMPLES, count) }, (_, i) =>
    Math.floor((i * count) / Math.min(MOST_EXAMPLES, count)),
  );

/** The same counts with the first class as the positive one, by its own probability. */
export const ofFirstClass = (
  points: readonly ThresholdCounts[],
  { positives, negatives }: Totals,
): ThresholdCounts[] =>
  points
    .map(({ threshold }, i) => ({
      threshold: 1 - threshold,
      truePositives: negatives - (points[i - 1]?.falsePositives ?? 0),
      falsePositives: positives - (points[i - 1]?.truePositives ?? 0),
    }))
    .reverse();

/**
 * Beyond MOST_POINTS as many at even distances along the ROC curve, whose neighbours differ by about a hundredth in one rate or the other,
 * and the last point above each hundredth of the threshold.
 */
function thinned(counts: readonly ThresholdCounts[], { positives, negatives }: Totals): ThresholdCounts[] {
  if (counts.length <= MOST_POINTS) return [...counts];
  const steps = MOST_POINTS - 1;
  let taken = 0;
  return counts.filter(({ threshold, truePositives, falsePositives }, i) => {
    const step = Math.floor((steps * (truePositives / positives + falsePositives / negatives)) / 2);
    const isFirstOfStep = step > taken;
    if (isFirstOfStep) taken = step;
    const next = counts[i + 1];
    return isFirstOfStep || !next || hundredthOf(next.threshold) < hundredthOf(threshold);
  });
}

/** The number of the highest hundredth that is not above a threshold. */
const hundredthOf = (threshold: number): number => Math.floor(threshold * HUNDREDTHS);
