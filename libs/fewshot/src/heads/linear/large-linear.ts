import type { Algebra, KeptMatrix } from '../algebra/algebra.js';
import { lbfgs } from '../algebra/lbfgs.js';
import { type Matrix, matrix } from '../algebra/matrix.js';
import type { LinearHead, Support } from '../head.js';

/** Writes the derivative of the loss by each score [n, ways] over the scores, and gives the summed loss. */
type ScoreLoss = (scores: Matrix) => number;

/** Where L-BFGS begins, what it is held near, and where it ends. */
interface Descent {
  readonly anchor: Float64Array;
  readonly from: Float64Array;
  readonly tolerance: number;
}

/** `logisticHead` where the classes are many or the features wide: each step is two products over all classes together. */
export function largeLogisticHead(
  algebra: Algebra,
  support: Support,
  penalty: number,
  { anchor, from, tolerance }: Descent,
): LinearHead {
  const { labels, features } = support;
  const loss: ScoreLoss = ({ rows, columns, values }) => {
    let sum = 0;
    for (let i = 0; i < rows; i++)
      sum += crossEntropy(values.subarray(i * columns, (i + 1) * columns), labels[i] as number);
    return sum;
  };
  return largeLinearHead(
    algebra,
    support,
    { anchor, from, tolerance: tolerance * Math.max(1, features.rows) },
    { weights: penalty, bias: 0 },
    loss,
  );
}

/** Logits become probabilities less 1 of the true class. */
function crossEntropy(logits: Float64Array, truth: number): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const logit of logits) if (logit > top) top = logit;
  const own = (logits[truth] as number) - top;
  let sum = 0;
  for (let k = 0; k < logits.length; k++) {
    const power = Math.exp((logits[k] as number) - top);
    logits[k] = power;
    sum += power;
  }
  for (let k = 0; k < logits.length; k++) logits[k] = (logits[k] as number) / sum;
  logits[truth] = (logits[truth] as number) - 1;
  return Math.log(sum) - own;
}

/** `linearSvm` where the classes are many: the squared hinge is smooth, so all classes are minimised together (Lin 2008 for one). */
export function largeLinearSvm(
  algebra: Algebra,
  support: Support,
  cost: number,
  tolerance: number,
): LinearHead {
  const { labels, features, ways } = support;
  const loss: ScoreLoss = ({ rows, columns, values }) => {
    let sum = 0;
    for (let i = 0, at = 0; i < rows; i++)
      for (let k = 0; k < columns; k++, at++) {
        const sign = labels[i] === k ? 1 : -1;
        const miss = 1 - sign * (values[at] as number);
        values[at] = miss > 0 ? -2 * cost * sign * miss : 0;
        if (miss > 0) sum += cost * miss * miss;
      }
    return sum;
  };
  const start = new Float64Array(ways * (features.columns + 1));
  return largeLinearHead(
    algebra,
    support,
    { anchor: start, from: start, tolerance: Math.max(tolerance, 1e-6) * cost },
    { weights: 1, bias: 1 },
    loss,
  );
}

/** Minimises the loss of scores X Wᵀ + b plus half the squared distances to the anchor, times the penalties, by L-BFGS. */
function largeLinearHead(
  algebra: Algebra,
  { features, ways }: Support,
  { anchor, from, tolerance }: Descent,
  penalties: { readonly weights: number; readonly bias: number },
  loss: ScoreLoss,
): LinearHead {
  const dim = features.columns;
  const size = ways * dim;
  const kept = algebra.keep(features);
  try {
    const evaluate = (w: Float64Array, gradient: Float64Array): number => {
      const scores = scoresOf(kept, w, ways, dim);
      let value = loss(scores);
      gradient.set(kept.columnProducts(scores).values);
      gradient.fill(0, size);
      for (let at = 0; at < scores.values.length; at++) {
        const place = size + (at % ways);
        gradient[place] = (gradient[place] as number) + (scores.values[at] as number);
      }
      for (let j = 0; j < w.length; j++) {
        const penalty = j < size ? penalties.weights : penalties.bias;
        const away = (w[j] as number) - (anchor[j] as number);
        value += (penalty / 2) * away * away;
        gradient[j] = (gradient[j] as number) + penalty * away;
      }
      return value;
    };
    const { x } = lbfgs(evaluate, from, { tolerance });
    return { kind: 'LINEAR', weights: matrix(ways, dim, x.subarray(0, size)), bias: x.slice(size) };
  } finally {
    kept.dispose();
  }
}

function scoresOf(kept: KeptMatrix, w: Float64Array, ways: number, dim: number): Matrix {
  const scores = kept.rowProducts({ rows: ways, columns: dim, values: w.subarray(0, ways * dim) });
  for (let at = 0; at < scores.values.length; at++)
    scores.values[at] = (scores.values[at] as number) + (w[ways * dim + (at % ways)] as number);
  return scores;
}
