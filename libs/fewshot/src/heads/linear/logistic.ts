import { randomFrom, shuffled } from '../../random/random.js';
import { algebraFor, type LossOfWeights } from '../algebra/algebra.js';
import { type Found, lbfgs, type Step } from '../algebra/lbfgs.js';
import { extended, type Matrix, matrix, rowsOf } from '../algebra/matrix.js';
import { oneHot } from '../algebra/one-hot.js';
import type { LinearHead, Support } from '../head.js';
import { linearHeadOf } from './linear-head-of.js';

/** More examples begin where a part of them ends. */
const MANY = 2000;
const PART = 8;
/** Over the root of the number of examples, what parts of a gradient vary by between samples. */
const ROUGHLY = 0.1;

/** Where L-BFGS begins and ends. */
export interface LogisticStart {
  readonly tolerance?: number;
  readonly start?: LinearHead;
}

/**
 * Multinomial logistic regression: min Σ cross-entropy + (penalty/2) ‖W − W₀‖² by L-BFGS, intercepts free; scikit-learn's
 * LogisticRegression has penalty = 1/C and W₀ = 0. With `towards` it is held near another head. It starts there, or from `start`, and
 * stops when no part of the gradient of the mean exceeds `tolerance`.
 */
export function logisticHead(
  support: Support,
  penalty: number,
  towards?: LinearHead,
  { tolerance = 1e-6, start = towards }: LogisticStart = {},
): LinearHead {
  const anchor = numbersOf(towards, support);
  const x = start === towards ? anchor : numbersOf(start, support);
  return linearHeadOf(minimum(support, penalty, anchor, { x, history: [] }, tolerance).x, support.ways);
}

/** Where the summed cross-entropy and the penalty are least; many examples begin where a part of them ends roughly, with the curvature that was met there. */
function minimum(
  support: Support,
  penalty: number,
  anchor: Float64Array,
  start: Found,
  tolerance: number,
): Found {
  const n = support.features.rows;
  const from = n > MANY ? minimumOfPart(support, penalty, anchor, start, tolerance) : start;
  const width = support.features.columns + 1;
  const loss = lossOf(support);
  const gradientAt = (w: Float64Array): Float64Array => {
    const gradient = loss.gradientAt({ rows: support.ways, columns: width, values: w }).values;
    for (let j = 0; j < gradient.length; j++)
      if ((j + 1) % width !== 0)
        gradient[j] = (gradient[j] as number) + penalty * ((w[j] as number) - (anchor[j] as number));
    return gradient;
  };
  try {
    return lbfgs(gradientAt, from, tolerance * Math.max(1, n));
  } finally {
    loss.dispose();
  }
}

function minimumOfPart(
  { features, labels, ways }: Support,
  penalty: number,
  anchor: Float64Array,
  start: Found,
  tolerance: number,
): Found {
  const count = Math.floor(features.rows / PART);
  const rows = shuffled([...labels.keys()], randomFrom(PART)).subarray(0, count);
  const part = { features: rowsOf(features, rows), labels: rows.map((row) => labels[row] as number), ways };
  const roughly = Math.max(tolerance, ROUGHLY / Math.sqrt(count));
  const { x, history } = minimum(part, penalty / PART, anchor, start, roughly);
  const whole = ({ s, y, rho }: Step): Step => ({ s, y: y.map((change) => PART * change), rho: rho / PART });
  return { x, history: history.map(whole) };
}

/** Of weights with the biases as a last column. */
function lossOf(support: Support): LossOfWeights {
  const x = extended(support.features, () => [1, 1]);
  const algebra = algebraFor(x.values.length * support.ways);
  if (algebra)
    return algebra.crossEntropy(
      x,
      oneHot(support, () => 1),
    );
  return { gradientAt: (w) => gradientAt(x, support.labels, w), dispose: () => undefined };
}

function gradientAt({ rows, columns, values: x }: Matrix, labels: Int32Array, weights: Matrix): Matrix {
  const [w, ways] = [weights.values, weights.rows];
  const out = matrix(ways, columns);
  const gradient = out.values;
  const powers = new Float64Array(ways);
  for (let i = 0; i < rows; i++) {
    const row = i * columns;
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0, at = 0; k < ways; k++) {
      let logit = 0;
      for (let j = 0; j < columns; j++, at++) logit += (x[row + j] as number) * (w[at] as number);
      powers[k] = logit;
      if (logit > top) top = logit;
    }
    let sum = 0;
    for (let k = 0; k < ways; k++) {
      const power = Math.exp((powers[k] as number) - top);
      powers[k] = power;
      sum += power;
    }
    for (let k = 0, at = 0; k < ways; k++) {
      const residual = (powers[k] as number) / sum - (k === labels[i] ? 1 : 0);
      for (let j = 0; j < columns; j++, at++)
        gradient[at] = (gradient[at] as number) + residual * (x[row + j] as number);
    }
  }
  return out;
}

/** Rows of weights with the bias after them; 0 of no head. */
function numbersOf(head: LinearHead | undefined, { features, ways }: Support): Float64Array {
  if (!head) return new Float64Array(ways * (features.columns + 1));
  let k = 0;
  return extended(head.weights, () => [1, head.bias[k++] as number]).values;
}
