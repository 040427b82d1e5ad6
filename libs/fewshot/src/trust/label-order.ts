import { type Matrix, matrix } from '../heads/matrix.js';
import type { LabelledRows, LabelSpace } from './label-space.js';

export interface LabelOrder {
  /** Share of the held-out rows that the head gets right; null without such rows. */
  readonly accuracy: number | null;
  /** Mean probability of the likeliest class of the rows that have no label. */
  readonly certainty: number;
  /** The rows to label next, the most useful first. */
  readonly next: readonly { readonly row: number; readonly probabilities: Float64Array }[];
}

/** Least certain rows among which the diverse ones are chosen. */
const CANDIDATES = 200;
/** Times the usual sharpness. Labels that are all told apart would be likeliest without any doubt: hence the bound. */
const SHARPNESS = [0.0625, 0.125, 0.25, 0.5, 1, 2];

/**
 * Nearest class means as a quick head, and which rows of the pool to label next: those whose two likeliest classes
 * are closest in probability (margin sampling, Scheffer 2001), each weighted by its distance to what was labelled just now.
 */
export function labelOrder(
  { features, sharpness: usual }: LabelSpace,
  fit: LabelledRows,
  heldOut: LabelledRows,
  pool: ArrayLike<number>,
  {
    classes,
    recent,
    count,
  }: { readonly classes: number; readonly recent: readonly number[]; readonly count: number },
): LabelOrder {
  const means = classMeans(features, fit, classes);
  const held = Array.from(heldOut.rows, (row) => nearness(features, row, means));
  const sharpness = sharpestFit(held, heldOut.labels, usual);
  const guesses = Array.from(pool, (row) => ({
    row,
    probabilities: softmax(nearness(features, row, means), sharpness),
  }));
  const right = held.filter((scores, i) => argmax(scores) === heldOut.labels[i]).length;
  const certainty = guesses.reduce((sum, { probabilities }) => sum + Math.max(...probabilities), 0);
  return {
    accuracy: held.length > 0 ? right / held.length : null,
    certainty: guesses.length > 0 ? certainty / guesses.length : 1,
    next: diverse(features, guesses, recent, count),
  };
}

type Guess = LabelOrder['next'][number];

/** One after the other the row that is least certain and farthest from those before it. */
function diverse(
  features: Matrix,
  guesses: readonly Guess[],
  recent: readonly number[],
  count: number,
): Guess[] {
  const candidates = guesses
    .map((guess) => ({ guess, doubt: 1 - margin(guess.probabilities), nearest: -1 }))
    .sort((a, b) => b.doubt - a.doubt || a.guess.row - b.guess.row)
    .slice(0, CANDIDATES);
  const approach = (row: number): void => {
    for (const candidate of candidates)
      candidate.nearest = Math.max(candidate.nearest, cosine(features, candidate.guess.row, row));
  };
  for (const row of recent) approach(row);
  const chosen: Guess[] = [];
  while (chosen.length < count && candidates.length > 0) {
    const usefulness = candidates.map(({ doubt, nearest }) => doubt * (1 - nearest));
    const [best] = candidates.splice(usefulness.indexOf(Math.max(...usefulness)), 1);
    chosen.push(best!.guess);
    approach(best!.guess.row);
  }
  return chosen;
}

function margin(probabilities: Float64Array): number {
  const [first = 1, second = 0] = probabilities.toSorted((a, b) => b - a);
  return first - second;
}

/** [classes, columns] means; NaN for a class without rows. */
function classMeans({ columns, values }: Matrix, { rows, labels }: LabelledRows, classes: number): Matrix {
  const means = matrix(classes, columns);
  const counts = new Int32Array(classes);
  for (let i = 0; i < rows.length; i++) {
    const [from, k] = [(rows[i] as number) * columns, labels[i] as number];
    counts[k]!++;
    for (let c = 0; c < columns; c++) means.values[k * columns + c]! += values[from + c] as number;
  }
  for (let i = 0; i < means.values.length; i++)
    means.values[i]! /= counts[Math.floor(i / columns)] || Number.NaN;
  return means;
}

/** Minus half the squared distance of a row to each class mean; a class without rows is infinitely far. */
function nearness({ columns, values }: Matrix, row: number, means: Matrix): Float64Array {
  return Float64Array.from({ length: means.rows }, (_, k) => {
    let sum = 0;
    for (let c = 0; c < columns; c++)
      sum += ((values[row * columns + c] as number) - (means.values[k * columns + c] as number)) ** 2;
    return Number.isNaN(sum) ? Number.NEGATIVE_INFINITY : -sum / 2;
  });
}

const cosine = (features: Matrix, a: number, b: number): number => {
  const { columns, values } = features;
  let [product, first, second] = [0, 0, 0];
  for (let c = 0; c < columns; c++) {
    const [x, y] = [values[a * columns + c] as number, values[b * columns + c] as number];
    product += x * y;
    first += x * x;
    second += y * y;
  }
  return product / (Math.sqrt(first * second) || 1);
};

/** How sharply distances become probabilities, so that those of the held-out labels are likeliest. */
function sharpestFit(held: readonly Float64Array[], labels: ArrayLike<number>, usual: number): number {
  if (held.length === 0) return usual;
  const likelihood = (sharpness: number): number =>
    held.reduce(
      (sum, scores, i) => sum + Math.log(softmax(scores, sharpness)[labels[i] as number]! + 1e-12),
      0,
    );
  const choices = SHARPNESS.map((share) => share * usual);
  return choices.reduce((best, next) => (likelihood(next) > likelihood(best) ? next : best));
}

function softmax(scores: Float64Array, sharpness: number): Float64Array {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(sharpness * (score - most)));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

const argmax = (scores: Float64Array): number => scores.indexOf(Math.max(...scores));
