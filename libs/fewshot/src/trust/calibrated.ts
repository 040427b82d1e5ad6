import { type Matrix, rowOf } from '../heads/algebra/matrix.js';
import { softmaxOfRows } from '../heads/algebra/softmax.js';

/** Examples that the temperature is fitted to at most. */
const MOST_FITTED = 2000;
/** Logarithms of the temperatures that are looked at; discriminants of two examples a class give logits of thousands. */
const [COLDEST, HOTTEST] = [-5, 10];
const GRID_STEP = 0.5;
const STEPS = 30;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Shares of wrong labels that are looked at, where any may be wrong. */
const WRONG: readonly number[] = [0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2];
/** Labels are taken as right as if so many more examples had shown it: what a dozen get wrong is the head's mistake. */
const TRUSTED = 50;

/**
 * [n, classes] probabilities and [n] labels → the probabilities to the power 1/T and normalised, with the T in e⁻⁵…e¹⁰ of the smallest
 * cross-entropy: temperature scaling (Guo 2017) of out-of-fold probabilities, so that heads with flat scores can be read. Labels count
 * as they are, so that a check finds the wrong ones. Rows of NaN stay.
 */
export function calibrated(probabilities: Matrix, labels: Int32Array): Matrix {
  const logs = { ...probabilities, values: probabilities.values.map((p) => Math.log(Math.max(p, 1e-38))) };
  const temperature = temperatureFor(logs, labels, [0]);
  return softmaxOfRows({ ...logs, values: logs.values.map((value) => value / temperature) });
}

/**
 * [n, classes] logits and [n] labels → the temperature in e⁻⁵…e¹⁰ of the smallest cross-entropy, where a share of the labels may be
 * wrong, any other class alike likely (symmetric noise of forward correction, Patrini 2017): a few wrong labels would else make every
 * answer unsure. The largest probabilities are at most (n + 1)/(n + 2) on average (Laplace's rule of succession): a dozen examples
 * that are all right make nothing certain. Rows of NaN do not count.
 */
export function temperatureFor(logs: Matrix, labels: Int32Array, shares = WRONG): number {
  const judged: Judged[] = [];
  for (let i = 0; i < logs.rows; i += Math.max(1, Math.floor(logs.rows / MOST_FITTED))) {
    const logits = rowOf(logs, i);
    if (!Number.isNaN(logits[0])) judged.push({ logits, label: labels[i] as number });
  }
  const classes = logs.columns;
  let best = { logT: 0, wrong: 0, loss: Number.POSITIVE_INFINITY };
  for (let logT = COLDEST; logT <= HOTTEST; logT += GRID_STEP) {
    const found = logProbabilities(judged, logT);
    for (const wrong of shares) {
      const loss = lossWith(wrong, found, classes);
      if (loss < best.loss) best = { logT, wrong, loss };
    }
  }
  const { logT, wrong } = best;
  const loss = (near: number) => lossWith(wrong, logProbabilities(judged, near), classes);
  const fine = smallest(loss, logT - GRID_STEP, logT + GRID_STEP);
  const most = (judged.length + 1) / (judged.length + 2);
  return Math.exp(judged.length > 0 && surenessAt(judged, fine) > most ? modest(judged, most, fine) : fine);
}

interface Judged {
  readonly logits: Float64Array;
  readonly label: number;
}

/** [n] logarithms of what the labels' classes get at a temperature. */
function logProbabilities(judged: readonly Judged[], logT: number): Float64Array {
  const scale = Math.exp(-logT);
  return Float64Array.from(judged, ({ logits, label }) => {
    const top = largest(logits);
    let total = 0;
    for (const value of logits) total += Math.exp(scale * (value - top));
    return scale * ((logits[label] as number) - top) - Math.log(total);
  });
}

/** Cross-entropy if this share of the labels were wrong, and how unlikely that share is by itself. */
function lossWith(wrong: number, logProbabilities: Float64Array, classes: number): number {
  let sum = -TRUSTED * Math.log(1 - wrong);
  for (const log of logProbabilities)
    sum -= wrong === 0 ? log : Math.log((1 - wrong) * Math.exp(log) + wrong / classes);
  return sum;
}

function largest(values: Float64Array): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > top) top = value;
  return top;
}

/** Mean of the largest probabilities at a temperature. */
function surenessAt(judged: readonly Judged[], logT: number): number {
  const scale = Math.exp(-logT);
  const sum = judged.reduce((all, { logits }) => {
    const top = largest(logits);
    return all + 1 / logits.reduce((total, value) => total + Math.exp(scale * (value - top)), 0);
  }, 0);
  return sum / judged.length;
}

/** The lowest temperature from `from` on that is as modest as this. */
function modest(judged: readonly Judged[], most: number, from: number): number {
  let [low, high] = [from, HOTTEST];
  for (let i = 0; i < STEPS; i++) {
    const middle = (low + high) / 2;
    if (surenessAt(judged, middle) > most) low = middle;
    else high = middle;
  }
  return high;
}

/** Golden-section search of a function with one minimum. */
function smallest(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  let [a, b] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [fa, fb] = [f(a), f(b)];
  for (let i = 0; i < STEPS; i++) {
    if (fa < fb) {
      [high, b, fb] = [b, a, fa];
      a = high - GOLDEN * (high - low);
      fa = f(a);
    } else {
      [low, a, fa] = [a, b, fb];
      b = low + GOLDEN * (high - low);
      fb = f(b);
    }
  }
  return (low + high) / 2;
}
