import { algebraFor } from '../algebra/algebra.js';
import { lbfgs } from '../algebra/lbfgs.js';
import { matrix } from '../algebra/matrix.js';
import type { LinearHead, Support } from '../head.js';
import { largeLogisticHead } from './large-linear.js';

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
  const { features, labels, ways } = support;
  const [n, dim] = [features.rows, features.columns];
  const x = features.values;
  const size = ways * dim;
  const anchor = numbersOf(towards, support);
  const from = start === towards ? anchor : numbersOf(start, support);
  const algebra = algebraFor(n * size);
  if (algebra) return largeLogisticHead(algebra, support, penalty, { anchor, from, tolerance });
  const powers = new Float64Array(ways);
  const evaluate = (w: Float64Array, gradient: Float64Array): number => {
    let value = 0;
    for (let j = 0; j < size; j++) {
      const away = (w[j] as number) - (anchor[j] as number);
      value += away * away;
      gradient[j] = penalty * away;
    }
    value *= penalty / 2;
    gradient.fill(0, size);
    for (let i = 0; i < n; i++) {
      const row = i * dim;
      let top = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < ways; k++) {
        let logit = w[size + k] as number;
        for (let j = 0, at = k * dim; j < dim; j++, at++) logit += (x[row + j] as number) * (w[at] as number);
        powers[k] = logit;
        if (logit > top) top = logit;
      }
      const truth = labels[i] as number;
      const own = powers[truth] as number;
      let sum = 0;
      for (let k = 0; k < ways; k++) {
        const power = Math.exp((powers[k] as number) - top);
        powers[k] = power;
        sum += power;
      }
      value += Math.log(sum) + top - own;
      for (let k = 0; k < ways; k++) {
        const residual = (powers[k] as number) / sum - (k === truth ? 1 : 0);
        gradient[size + k] = (gradient[size + k] as number) + residual;
        for (let j = 0, at = k * dim; j < dim; j++, at++)
          gradient[at] = (gradient[at] as number) + residual * (x[row + j] as number);
      }
    }
    return value;
  };
  const found = lbfgs(evaluate, from, { tolerance: tolerance * Math.max(1, n) }).x;
  return { kind: 'LINEAR', weights: matrix(ways, dim, found.subarray(0, size)), bias: found.slice(size) };
}

/** Weights, then biases; 0 of no head. */
function numbersOf(head: LinearHead | undefined, { features, ways }: Support): Float64Array {
  const numbers = new Float64Array(ways * (features.columns + 1));
  if (head) {
    numbers.set(head.weights.values);
    numbers.set(head.bias, ways * features.columns);
  }
  return numbers;
}
