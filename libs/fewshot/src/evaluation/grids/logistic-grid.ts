import * as tf from '@tensorflow/tfjs-core';
import { along, type Found, lbfgsSteps, minus } from '../../heads/algebra/lbfgs.js';
import { columnMeans, type Matrix, minusRow } from '../../heads/algebra/matrix.js';
import type { UnitPlan } from '../units/unit.js';

/** Largest part of the gradient of the mean loss at which a fit ends: a third of scikit-learn's. */
const TOLERANCE = 3e-5;
/** Earlier steps that a fit goes by: more of them cost more than the updates that they save, as each fit starts close to its end. */
const MEMORY = 3;
/** What intercepts are multiplied with, which has no penalty: so they are as steep as strongly penalised weights. */
const ONE = 3;
/** Weights [classes, dim + 1] of a fold; the last column is the intercept, divided by `ONE`. */
type Weights = Float64Array;
/** The gradients of some folds at some weights. */
type Gradients = (folds: readonly number[], points: readonly Weights[]) => Weights[];

/**
 * Multinomial logistic regression with intercepts, the gradients of all folds at once as two multiplications. From the strongest
 * penalty to the weakest each fold goes on from where the line through its own last two solutions leads, over the logarithm of
 * the penalty, and from its own curvature: never from what has seen its held-out examples.
 * Returns [penalties][plans] logits [scored · classes] of what each fold scores.
 */
export function logisticGrid(
  features: Matrix,
  labels: Int32Array,
  classes: number,
  penalties: readonly number[],
  plans: readonly UnitPlan[],
): Float32Array[][] {
  const n = features.rows;
  const size = classes * (features.columns + 1);
  const x = withOnes(minusRow(features, columnMeans(features)));
  const mask = maskOf(n, plans);
  const oneHot = tf.tidy(() =>
    tf.expandDims(tf.cast(tf.oneHot(tf.tensor1d(labels, 'int32'), classes), 'float32'), 1),
  );
  const order = [...penalties.keys()].sort((a, b) => (penalties[b] as number) - (penalties[a] as number));
  const logits = penalties.map((): Float32Array[] => []);
  let last: Found[] = plans.map(() => ({ x: new Float64Array(size), history: [] }));
  let before = last;
  for (const [i, l] of order.entries()) {
    const penalty = penalties[l] as number;
    const step = i < 2 ? 0 : stepRatio(order.slice(i - 2, i + 1).map((at) => penalties[at] as number));
    const starts = last.map(({ x: at, history }, fold) => ({
      x: along(at, step, minus(at, (before[fold] as Found).x)),
      history,
    }));
    before = last;
    last = solveAll(starts, TOLERANCE * n, (folds, points) =>
      gradientsOf(x, oneHot, mask, penalty, folds, points),
    );
    logits[l] = plans.map(({ rows }, fold) => scored(x, rows, (last[fold] as Found).x, classes));
  }
  tf.dispose([x, mask, oneHot]);
  return logits;
}

/** How much further the next penalty lies than the last one did, by logarithms; 0 where there is no telling. */
function stepRatio(penalties: readonly number[]): number {
  const [a, b, c] = penalties.map(Math.log) as [number, number, number];
  const ratio = (c - b) / (b - a);
  return Number.isFinite(ratio) ? Math.min(1, ratio) : 0;
}

function gradientsOf(
  x: tf.Tensor2D,
  oneHot: tf.Tensor,
  mask: tf.Tensor2D,
  penalty: number,
  folds: readonly number[],
  points: readonly Weights[],
): Weights[] {
  const [n, width] = x.shape;
  const [count, classes] = [folds.length, oneHot.shape[2] as number];
  const size = classes * width;
  const flat = new Float32Array(count * size);
  for (const [p, point] of points.entries()) flat.set(point, p * size);
  const product = tf.tidy(() => {
    const weights = tf.tensor2d(flat, [count * classes, width]);
    const logits = tf.reshape(tf.matMul(x, weights, false, true), [n, count, classes]);
    const used = tf.expandDims(tf.gather(mask, tf.tensor1d(Int32Array.from(folds), 'int32'), 1), 2);
    const residual = tf.mul(tf.sub(tf.softmax(logits), oneHot), used);
    return tf.matMul(tf.reshape(residual, [n, count * classes]), x, true, false);
  });
  const values = product.dataSync() as Float32Array;
  product.dispose();
  return points.map((point, p) => {
    const own = new Float64Array(size);
    for (let k = 0, at = 0; k < classes; k++) {
      for (let j = 1; j < width; j++, at++)
        own[at] = (values[p * size + at] as number) + penalty * (point[at] as number);
      own[at] = values[p * size + at] as number;
      at++;
    }
    return own;
  });
}

/** Runs the coroutines of all folds in step; those that have ended drop out. */
function solveAll(starts: readonly Found[], tolerance: number, gradients: Gradients): Found[] {
  const results = [...starts];
  let open = starts.map(({ x, history }, fold) => {
    const steps = lbfgsSteps(x, { tolerance, memory: MEMORY }, history);
    return { fold, steps, point: steps.next().value as Weights };
  });
  while (open.length > 0) {
    const found = gradients(
      open.map(({ fold }) => fold),
      open.map(({ point }) => point),
    );
    open = open.flatMap(({ fold, steps }, i) => {
      const next = steps.next(found[i] as Weights);
      if (!next.done) return [{ fold, steps, point: next.value }];
      results[fold] = next.value;
      return [];
    });
  }
  return results;
}

function withOnes({ rows, columns, values }: Matrix): tf.Tensor2D {
  const out = new Float32Array(rows * (columns + 1)).fill(ONE);
  for (let i = 0; i < rows; i++) out.set(values.subarray(i * columns, (i + 1) * columns), i * (columns + 1));
  return tf.tensor2d(out, [rows, columns + 1]);
}

/** [n, plans]: 1 where a plan fits on a row. */
function maskOf(n: number, plans: readonly UnitPlan[]): tf.Tensor2D {
  const mask = new Float32Array(n * plans.length);
  for (const [fold, { fitRows }] of plans.entries())
    for (const row of fitRows) mask[row * plans.length + fold] = 1;
  return tf.tensor2d(mask, [n, plans.length]);
}

function scored(x: tf.Tensor2D, rows: Int32Array, weights: Weights, classes: number): Float32Array {
  const logits = tf.tidy(() => {
    const w = tf.tensor2d(Float32Array.from(weights), [classes, weights.length / classes]);
    return tf.matMul(tf.gather(x, tf.tensor1d(rows, 'int32')), w, false, true);
  });
  const values = logits.dataSync() as Float32Array;
  logits.dispose();
  return values;
}
