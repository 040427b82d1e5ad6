import { type Matrix, matrix, rowOf } from '../../heads/algebra/matrix.js';

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
 * Copies of an example (the same number in `groups`) with the same label are judged together, by their mean probabilities.
 * Most suspicious first. Rows of NaN are passed over.
 */
export function suspiciousLabels(
  outOfFold: Matrix,
  labels: Int32Array,
  groups: Int32Array = Int32Array.from(labels.keys()),
): Suspicion[] {
  const classes = outOfFold.columns;
  const setOf = (row: number) => (groups[row] as number) * classes + (labels[row] as number);
  const probabilities = meansOfSets(outOfFold, setOf);
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
  found.sort((a, b) => a.margin - b.margin || a.row - b.row);
  const doubtful = new Set(
    found.filter(({ margin }, i) => i < wrong && margin < 0).map(({ row }) => setOf(row)),
  );
  return found.map((one) => ({ ...one, probable: doubtful.has(setOf(one.row)) }));
}

/** Each row as the mean of its set; rows of NaN stay and do not count. */
function meansOfSets(probabilities: Matrix, setOf: (row: number) => number): Matrix {
  const sets = new Map<number, number[]>();
  for (let row = 0; row < probabilities.rows; row++) {
    if (Number.isNaN(rowOf(probabilities, row)[0])) continue;
    const known = sets.get(setOf(row));
    if (known) known.push(row);
    else sets.set(setOf(row), [row]);
  }
  const means = matrix(probabilities.rows, probabilities.columns, probabilities.values);
  for (const rows of sets.values()) {
    if (rows.length === 1) continue;
    const own = rows.map((row) => rowOf(probabilities, row));
    const mean = own[0]!.map((_, k) => own.reduce((sum, one) => sum + (one[k] as number), 0) / own.length);
    for (const row of rows) rowOf(means, row).set(mean);
  }
  return means;
}

/** The allowed class with the largest probability, −1 where none is allowed. */
function likeliest(row: Float64Array, allowed: (k: number) => boolean): number {
  let best = -1;
  for (let k = 0; k < row.length; k++)
    if (allowed(k) && (best < 0 || (row[k] as number) > (row[best] as number))) best = k;
  return best;
}
