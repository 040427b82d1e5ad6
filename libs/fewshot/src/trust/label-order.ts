import { type Matrix, rowOf, rowsOf } from '../heads/algebra/matrix.js';
import { softmaxOfRows } from '../heads/algebra/softmax.js';
import { classCounts, headScores } from '../heads/head.js';
import { nearestCentroid } from '../heads/nearness/nearest-centroid.js';
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
 * are closest in probability (margin sampling, Scheffer 2001), each weighted by its distance to what was labelled just now. While
 * fewer than two classes have an example, the distance alone decides.
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
  const support = {
    features: rowsOf(features, fit.rows),
    labels: Int32Array.from(fit.labels),
    ways: classes,
  };
  const { weights, bias } = nearestCentroid(support);
  const counts = classCounts(support);
  const known = {
    kind: 'LINEAR',
    weights,
    bias: bias.map((b, k) => (counts[k] ? b : Number.NEGATIVE_INFINITY)),
  } as const;
  const scored = (rows: ArrayLike<number>): Matrix => headScores(known, rowsOf(features, rows));
  const held = scored(heldOut.rows);
  const sharpness = sharpestFit(held, heldOut.labels, usual);
  const probabilities = sharpened(scored(pool), sharpness);
  const learned = counts.filter((count) => count > 0).length;
  const unknown = new Float64Array(classes).fill(1 / classes);
  const guesses = Array.from(pool, (row, i) => ({
    row,
    probabilities: learned === 0 ? unknown : rowOf(probabilities, i),
  }));
  const right = Array.from(heldOut.labels).filter((label, i) => argmax(rowOf(held, i)) === label).length;
  const certainty = guesses.reduce((sum, { probabilities }) => sum + Math.max(...probabilities), 0);
  return {
    accuracy: held.rows > 0 ? right / held.rows : null,
    certainty: learned < 2 ? 0 : guesses.length > 0 ? certainty / guesses.length : 1,
    next: diverse(features, guesses, recent, { count, byDoubt: learned > 1 }),
  };
}

type Guess = LabelOrder['next'][number];

/** One after the other the row that is least certain and farthest from those before it. */
function diverse(
  features: Matrix,
  guesses: readonly Guess[],
  recent: readonly number[],
  { count, byDoubt }: { readonly count: number; readonly byDoubt: boolean },
): Guess[] {
  const every = byDoubt ? 1 : Math.ceil(guesses.length / CANDIDATES);
  const candidates = guesses
    .filter((_, i) => i % every === 0)
    .map((guess) => ({ guess, doubt: byDoubt ? 1 - margin(guess.probabilities) : 1, nearest: -1 }))
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

/** How sharply scores become probabilities, so that those of the held-out labels are likeliest. */
function sharpestFit(held: Matrix, labels: ArrayLike<number>, usual: number): number {
  if (held.rows === 0) return usual;
  const likelihood = (sharpness: number): number => {
    const probabilities = sharpened(held, sharpness);
    return Array.from(labels).reduce(
      (sum, label, i) => sum + Math.log((rowOf(probabilities, i)[label] as number) + 1e-12),
      0,
    );
  };
  const choices = SHARPNESS.map((share) => share * usual);
  return choices.reduce((best, next) => (likelihood(next) > likelihood(best) ? next : best));
}

/** Scores are squared distances up to what all classes share: half of them are sharpened. */
const sharpened = (scores: Matrix, sharpness: number): Matrix =>
  softmaxOfRows({ ...scores, values: scores.values.map((score) => (sharpness / 2) * score) });

const argmax = (scores: Float64Array): number => scores.indexOf(Math.max(...scores));
