import { type Matrix, rowOf } from '../heads/algebra/matrix.js';
import { softmaxOfRows } from '../heads/algebra/softmax.js';

/** Examples that the temperature is fitted to at most. */
const MOST_FITTED = 2000;
const STEPS = 40;
/** Logarithms of the temperatures that are looked at; discriminants of two examples a class give logits of thousands. */
const [COLDEST, HOTTEST] = [-5, 10];
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * [n, classes] probabilities and [n] labels → the probabilities to the power 1/T and normalised, with the T in e⁻⁵…e¹⁰ of the smallest
 * cross-entropy: temperature scaling (Guo 2017) of out-of-fold probabilities, so that heads with flat scores can be read. Rows of NaN stay.
 */
export function calibrated(probabilities: Matrix, labels: Int32Array): Matrix {
  const logs = { ...probabilities, values: probabilities.values.map((p) => Math.log(Math.max(p, 1e-38))) };
  const temperature = temperatureFor(logs, labels);
  return softmaxOfRows({ ...logs, values: logs.values.map((value) => value / temperature) });
}

/**
 * [n, classes] logits and [n] labels → the temperature in e⁻⁵…e¹⁰ of the smallest cross-entropy, but one at which the largest
 * probabilities are at most (n + 1)/(n + 2) on average (Laplace's rule of succession): a dozen examples that are all right make
 * nothing certain. Rows of NaN do not count.
 */
export function temperatureFor(logs: Matrix, labels: Int32Array): number {
  const step = Math.max(1, Math.floor(logs.rows / MOST_FITTED));
  const loss = (logT: number): number => {
    const scale = Math.exp(-logT);
    let sum = 0;
    for (let i = 0; i < logs.rows; i += step) {
      const row = rowOf(logs, i);
      if (Number.isNaN(row[0])) continue;
      let top = Number.NEGATIVE_INFINITY;
      for (const value of row) if (value > top) top = value;
      let total = 0;
      for (const value of row) total += Math.exp(scale * (value - top));
      sum += Math.log(total) - scale * ((row[labels[i] as number] as number) - top);
    }
    return sum;
  };
  const rows: Float64Array[] = [];
  for (let i = 0; i < logs.rows; i += step) if (!Number.isNaN(rowOf(logs, i)[0])) rows.push(rowOf(logs, i));
  const most = (rows.length + 1) / (rows.length + 2);
  const best = smallest(loss, COLDEST, HOTTEST);
  return Math.exp(rows.length > 0 && surenessAt(rows, best) > most ? modest(rows, most, best) : best);
}

/** Mean of the largest probabilities at a temperature. */
function surenessAt(rows: readonly Float64Array[], logT: number): number {
  const scale = Math.exp(-logT);
  const sum = rows.reduce((all, row) => {
    const top = row.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
    return all + 1 / row.reduce((total, value) => total + Math.exp(scale * (value - top)), 0);
  }, 0);
  return sum / rows.length;
}

/** The lowest temperature from `from` on that is as modest as this. */
function modest(rows: readonly Float64Array[], most: number, from: number): number {
  let [low, high] = [from, HOTTEST];
  for (let i = 0; i < STEPS; i++) {
    const middle = (low + high) / 2;
    if (surenessAt(rows, middle) > most) low = middle;
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
