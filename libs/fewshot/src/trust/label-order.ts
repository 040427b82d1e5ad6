import { type Matrix, matrix } from '../heads/matrix.js';

/** Rows with the number of their class. */
export interface LabelledRows {
  readonly rows: ArrayLike<number>;
  readonly labels: ArrayLike<number>;
}

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
const SHARPNESS = [2, 4, 8, 16, 32, 64];

/** Features less their mean, each of length 1: cosines then tell rows apart. */
export function centredRows({ rows, columns, values }: Matrix): Matrix {
  const mean = new Float64Array(columns);
  for (let i = 0; i < values.length; i++) mean[i % columns]! += (values[i] as number) / rows;
  const centred = matrix(rows, columns);
  for (let row = 0; row < rows; row++) {
    let square = 0;
    for (let c = 0; c < columns; c++) {
      const value = (values[row * columns + c] as number) - (mean[c] as number);
      centred.values[row * columns + c] = value;
      square += value * value;
    }
    const length = Math.sqrt(square) || 1;
    for (let c = 0; c < columns; c++) centred.values[row * columns + c]! /= length;
  }
  return centred;
}

/**
 * Class means on centred features as a quick head, and which rows of the pool to label next: those whose two likeliest classes
 * are closest in probability (margin sampling, Scheffer 2001), each weighted by its distance to what was labelled just now.
 */
export function labelOrder(
  features: Matrix,
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
  const held = Array.from(heldOut.rows, (row) => cosines(features, row, means));
  const sharpness = sharpestFit(held, heldOut.labels);
  const guesses = Array.from(pool, (row) => ({
    row,
    probabilities: softmax(cosines(features, row, means), sharpness),
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

/** [classes, columns] means of length 1; a class without rows stays at zero, which is like nothing. */
function classMeans({ columns, values }: Matrix, { rows, labels }: LabelledRows, classes: number): Matrix {
  const means = matrix(classes, columns);
  for (let i = 0; i < rows.length; i++) {
    const [from, to] = [(rows[i] as number) * columns, (labels[i] as number) * columns];
    for (let c = 0; c < columns; c++) means.values[to + c]! += values[from + c] as number;
  }
  for (let k = 0; k < classes; k++) {
    const own = means.values.subarray(k * columns, (k + 1) * columns);
    const length = Math.sqrt(own.reduce((sum, value) => sum + value * value, 0)) || 1;
    for (let c = 0; c < columns; c++) own[c]! /= length;
  }
  return means;
}

function cosines({ columns, values }: Matrix, row: number, means: Matrix): Float64Array {
  return Float64Array.from({ length: means.rows }, (_, k) => {
    let sum = 0;
    for (let c = 0; c < columns; c++)
      sum += (values[row * columns + c] as number) * (means.values[k * columns + c] as number);
    return sum;
  });
}

const cosine = (features: Matrix, a: number, b: number): number => {
  const { columns, values } = features;
  let sum = 0;
  for (let c = 0; c < columns; c++)
    sum += (values[a * columns + c] as number) * (values[b * columns + c] as number);
  return sum;
};

/** How sharply cosines become probabilities, so that those of the held-out labels are likeliest. */
function sharpestFit(held: readonly Float64Array[], labels: ArrayLike<number>): number {
  if (held.length === 0) return 16;
  const likelihood = (sharpness: number): number =>
    held.reduce(
      (sum, scores, i) => sum + Math.log(softmax(scores, sharpness)[labels[i] as number]! + 1e-12),
      0,
    );
  return SHARPNESS.reduce((best, next) => (likelihood(next) > likelihood(best) ? next : best));
}

function softmax(scores: Float64Array, sharpness: number): Float64Array {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(sharpness * (score - most)));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

const argmax = (scores: Float64Array): number => scores.indexOf(Math.max(...scores));
