import { type LinearHead, type Support } from './head.js';
import { lbfgs } from './lbfgs.js';
import { dot, matrix, rowOf } from './matrix.js';

/**
 * Multinomial logistic regression: min Σ cross-entropy + (penalty/2) ‖W − W₀‖² by L-BFGS, intercepts free; scikit-learn's
 * LogisticRegression has penalty = 1/C and W₀ = 0. With `towards` it starts from, and is held near, another head.
 */
export function logisticHead(support: Support, penalty: number, towards?: LinearHead): LinearHead {
  const { features, labels, ways } = support;
  const dim = features.columns;
  const size = ways * dim;
  const anchor = new Float64Array(size + ways);
  if (towards) {
    anchor.set(towards.weights.values);
    anchor.set(towards.bias, size);
  }
  const evaluate = (w: Float64Array, gradient: Float64Array): number => {
    let value = 0;
    gradient.fill(0);
    for (let j = 0; j < size; j++) {
      const away = (w[j] as number) - (anchor[j] as number);
      value += (penalty / 2) * away * away;
      gradient[j] = penalty * away;
    }
    for (let i = 0; i < features.rows; i++) {
      const x = rowOf(features, i);
      const logits = Array.from(
        { length: ways },
        (_, k) => dot(x, w.subarray(k * dim, (k + 1) * dim)) + (w[size + k] as number),
      );
      const top = Math.max(...logits);
      const powers = logits.map((logit) => Math.exp(logit - top));
      const sum = powers.reduce((a, b) => a + b, 0);
      const truth = labels[i] as number;
      value += Math.log(sum) + top - (logits[truth] as number);
      for (let k = 0; k < ways; k++) {
        const residual = (powers[k] as number) / sum - (k === truth ? 1 : 0);
        gradient[size + k] = (gradient[size + k] as number) + residual;
        const into = gradient.subarray(k * dim, (k + 1) * dim);
        for (let j = 0; j < dim; j++) into[j] = (into[j] as number) + residual * (x[j] as number);
      }
    }
    return value;
  };
  const { x } = lbfgs(evaluate, anchor, { tolerance: 1e-6 * Math.max(1, features.rows) });
  return { kind: 'LINEAR', weights: matrix(ways, dim, x.subarray(0, size)), bias: x.slice(size) };
}
