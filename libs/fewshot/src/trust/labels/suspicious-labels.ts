import { type Matrix, rowOf } from '../../heads/algebra/matrix.js';

/** An example whose label the others contradict. */
export interface Suspicion {
  readonly row: number;
  readonly given: number;
  /** The likeliest other class. */
  readonly suggested: number;
  /** Out-of-fold probability of the given class: self-confidence. */
  readonly confidence: number;
  /** Out-of-fold probability of the suggested class. */
  readonly probability: number;
  /** Logarithm of self-confidence over the probability of the suggested class: the smaller, the more suspicious. */
  readonly margin: number;
  /** Whether it is among as many as the confident joint counts as wrong. */
  readonly probable: boolean;
}

/** What stands for a probability of 0. */
const LEAST = 1e-300;

/**
 * Confident learning (Northcutt 2021) on out-of-fold probabilities [n, classes] and given labels [n]. The threshold of a class is the
 * mean self-confidence of its examples; an example is confidently of the likeliest class whose threshold it reaches, and
 * the confident joint counts it as wrong where this is another class (their eq. 1). It says how many labels are probably
 * wrong; which ones says the margin, as a logarithm: an example of a hard class is unsure between two, a wrong label is all but ruled out.
 * Most suspicious first. Rows of NaN are passed over.
 */
export function suspiciousLabels(probabilities: Matrix, labels: Int32Array): Suspicion[] {
  const classes = probabilities.columns;
  const sums = new Float64Array(classes);
  const counts = new Float64Array(classes);
  const judged = [...labels.keys()].filter((row) => !Number.isNaN(rowOf(probabilities, row)[0]));
  for (const row of judged) {
    const k = labels[row] as number;
    sums[k] = (sums[k] as number) + (rowOf(probabilities, row)[k] as number);
    counts[k] = (counts[k] as number) + 1;
  }
  // A class without examples is nobody's true class.
  const thresholds = sums.map((sum, k) =>
    counts[k] ? sum / (counts[k] as number) : Number.POSITIVE_INFINITY,
  );
  let wrong = 0;
  const found = judged.map((row) => {
    const own = rowOf(probabilities, row);
    const given = labels[row] as number;
    const confident = likeliest(own, (k) => (own[k] as number) >= (thresholds[k] as number));
    if (confident >= 0 && confident !== given) wrong++;
    const suggested = likeliest(own, (k) => k !== given);
    const [confidence, probability] = [own[given] as number, own[suggested] as number];
    const margin = Math.log(Math.max(confidence, LEAST)) - Math.log(Math.max(probability, LEAST));
    return { row, given, suggested, confidence, probability, margin };
  });
  return found
    .sort((a, b) => a.margin - b.margin || a.row - b.row)
    .map((one, i) => ({ ...one, probable: i < wrong && one.margin < 0 }));
}

/** The allowed class with the largest probability, −1 where none is allowed. */
function likeliest(row: Float64Array, allowed: (k: number) => boolean): number {
  let best = -1;
  for (let k = 0; k < row.length; k++)
    if (allowed(k) && (best < 0 || (row[k] as number) > (row[best] as number))) best = k;
  return best;
}
