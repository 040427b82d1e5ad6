import { type Matrix, matrix, rowOf, rowsOf } from '../heads/algebra/matrix.js';
import { softmaxOfRows } from '../heads/algebra/softmax.js';
import { type Fold, foldsOf, foldsOfSome } from '../heads/cross-validated.js';
import { classCounts, type Support } from '../heads/head.js';
import type { FittedHead } from '../heads/head-kind.js';
import { wilsonInterval } from '../statistics/wilson.js';
import { temperatureFor } from '../trust/calibrated.js';
import { nonconformity } from '../trust/conformal.js';

const FOLDS = 5;
/** Examples that are held out at least, where there are more: of five folds only as many are fitted without. */
const ENOUGH = 2000;

/** How many folds hold out enough of so many examples. */
export const foldsFor = (examples: number): number => Math.min(FOLDS, Math.ceil((ENOUGH * FOLDS) / examples));

/** What a head does with examples that it was not fitted on. */
export interface HeldOut {
  /** What its logits are divided by so that probabilities hold (Guo 2017). */
  readonly temperature: number;
  readonly accuracy: number;
  /** [n] the largest logit of each, divided by the temperature: small where it is like no class. */
  readonly strengths: Float32Array;
  /** [n] 1 of an example whose class was found. */
  readonly hits: Uint8Array;
  /** [n] true classes. */
  readonly labels: Int32Array;
  /** [n, ways], before the temperature. */
  readonly logits: Matrix;
  /** Of two classes, [n] the second's logit less the first's, before the temperature. */
  readonly margins?: Float64Array;
  /** Wilson's 95 % interval of the accuracy, over examples. */
  readonly low: number;
  readonly high: number;
  /** Mean cross-entropy at the temperature where it is smallest, every label as it is: what one is chosen by. */
  readonly loss: number;
}

/**
 * What is held out in turn: examples of every class on both sides. The only example of a class never is; where more than half of the
 * classes have one, nothing can be said of them all, and there are no folds.
 */
export function heldOutFolds(support: Support): Fold[] {
  const folds = foldsOf(support, FOLDS);
  if (folds.length > 0) return enough(folds);
  const repeated = classCounts(support).filter((count) => count > 1).length;
  return repeated < Math.max(2, support.ways / 2) ? [] : enough(foldsOfSome(support, FOLDS));
}

/** Scores examples of a support set by a head that was fitted without their fold; undefined where there are no folds. Yields after each. */
export function* scoringByFolds(
  { labels, ways }: Support,
  folds: readonly Fold[],
  fit: (some: Support) => FittedHead,
): Generator<void, HeldOut | undefined> {
  if (folds.length === 0) return undefined;
  const all: Matrix = matrix(labels.length, ways);
  for (const { kept, held, rows } of folds) {
    const found = fit(kept).logits(held.features);
    for (const [i, row] of rows.entries()) rowOf(all, row).set(rowOf(found, i));
    yield;
  }
  const rows = rowsHeldOut(folds);
  return judged(
    rowsOf(all, rows),
    rows.map((row) => labels[row] as number),
  );
}

/** The first folds that hold out enough examples together. */
function enough(folds: readonly Fold[]): Fold[] {
  let held = 0;
  return folds.filter(({ rows }) => {
    const needed = held < ENOUGH;
    held += rows.length;
    return needed;
  });
}

/** The rows that are held out, in order. */
export const rowsHeldOut = (folds: readonly Fold[]): Int32Array =>
  Int32Array.from(folds.flatMap(({ rows }) => [...rows])).sort();

/** Calibrates logits of examples that the head was not fitted on, and says how good they are. */
export function judged(logits: Matrix, labels: Int32Array): HeldOut {
  const temperature = temperatureFor(logits, labels);
  const probabilities = probabilitiesAt(logits, temperatureFor(logits, labels, [0]));
  const strengths = Float32Array.from(
    labels,
    (_, i) =>
      rowOf(logits, i).reduce((top, value) => Math.max(top, value), Number.NEGATIVE_INFINITY) / temperature,
  );
  const hits = new Uint8Array(labels.length);
  let loss = 0;
  for (const [i, k] of labels.entries()) {
    const row = rowOf(probabilities, i);
    hits[i] = row.indexOf(Math.max(...row)) === k ? 1 : 0;
    loss -= Math.log(Math.max(1e-12, row[k] as number)) / labels.length;
  }
  const correct = hits.reduce((sum, hit) => sum + hit, 0);
  const [low, high] = wilsonInterval(correct, labels.length);
  const margins =
    logits.columns === 2
      ? { margins: Float64Array.from(labels, (_, i) => logits.values[2 * i + 1]! - logits.values[2 * i]!) }
      : {};
  const accuracy = correct / labels.length;
  return { temperature, accuracy, strengths, hits, labels, logits, ...margins, low, high, loss };
}

/** By how many standard errors of the difference one finds more of the same examples than another; 0 where they find as many. */
export function lead(one: HeldOut, other: HeldOut): number {
  let [gained, lost] = [0, 0];
  for (const [i, hit] of one.hits.entries()) {
    if (hit && !other.hits[i]) gained++;
    if (!hit && other.hits[i]) lost++;
  }
  return gained === lost ? 0 : (gained - lost) / Math.sqrt(gained + lost);
}

const probabilitiesAt = (logits: Matrix, temperature: number): Matrix =>
  softmaxOfRows({ ...logits, values: logits.values.map((value) => value / temperature) });

/** [n] nonconformity scores, ascending, of what was held out, by a head whose logits are divided by this temperature. */
export const heldOutScores = ({ logits, labels }: HeldOut, temperature: number): Float64Array =>
  nonconformity(probabilitiesAt(logits, temperature), labels);

/** The same, its strengths as a head tells them whose logits are divided by this temperature instead. */
export const atTemperature = (heldOut: HeldOut, temperature: number): HeldOut => ({
  ...heldOut,
  strengths: heldOut.strengths.map((strength) => (strength * heldOut.temperature) / temperature),
});
