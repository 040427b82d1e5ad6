import { type Matrix, rowOf } from '../heads/algebra/matrix.js';

/**
 * [n, classes] probabilities and [n] true classes → [n] nonconformity scores, ascending: 1 less the probability of the true class
 * (Sadinle 2019's least ambiguous sets). The model must not have been fitted on these examples.
 */
export const nonconformity = (probabilities: Matrix, labels: ArrayLike<number>): Float64Array =>
  Float64Array.from(
    { length: probabilities.rows },
    (_, i) => 1 - (rowOf(probabilities, i)[labels[i] as number] as number),
  ).sort();

/** What a prediction set can be asked for and what it says. */
export interface PredictionSet {
  /** Classes that cannot be ruled out, the most plausible first. */
  readonly classes: readonly number[];
  /** [classes] conformal p-values: how usual the example would be among calibration examples if this were its class. */
  readonly pValues: Float64Array;
  /** Whether no class is plausible: it is unlike everything that was calibrated on. */
  readonly noneOfThese: boolean;
}

/**
 * [classes] probabilities of one example and `n` ascending calibration scores → the classes whose p-value, (1 + #{sᵢ ≥ s}) / (n + 1), exceeds
 * 1 − coverage (Vovk 2005). Among examples like those calibrated on the true class is in the set with at least this probability.
 */
export function predictionSet(
  probabilities: ArrayLike<number>,
  scores: Float64Array,
  coverage: number,
): PredictionSet {
  const pValues = Float64Array.from(probabilities, (p) => pValueOf(1 - p, scores));
  // Rounding of 1 − coverage must not decide.
  const plausible = (p: number) => p > 1 - coverage + 1e-9;
  const classes = [...pValues.keys()]
    .filter((k) => plausible(pValues[k] as number))
    .sort((a, b) => (probabilities[b] as number) - (probabilities[a] as number));
  return { classes, pValues, noneOfThese: classes.length === 0 };
}

/** (1 + how many of the ascending scores are at least this one) / (n + 1). */
function pValueOf(score: number, scores: Float64Array): number {
  let [low, high] = [0, scores.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scores[middle] as number) < score) low = middle + 1;
    else high = middle;
  }
  return (1 + scores.length - low) / (scores.length + 1);
}

/**
 * The coverage that n calibration examples give when this one is asked for: ⌈(n + 1) coverage⌉ / (n + 1), at least what was asked. It is 1 where they
 * are too few to rule out any class.
 */
export const coverageOf = (n: number, coverage: number): number =>
  Math.min(1, Math.ceil((n + 1) * coverage - 1e-9) / (n + 1));

/** The fewest calibration examples with which a class can be ruled out at all: ⌈coverage / (1 − coverage)⌉. */
export const fewestFor = (coverage: number): number => Math.ceil(coverage / (1 - coverage) - 1e-9);
