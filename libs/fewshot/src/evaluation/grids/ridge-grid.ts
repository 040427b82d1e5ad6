import * as tf from '@tensorflow/tfjs-core';
import { columnMeans, type Matrix, minusRow } from '../../heads/algebra/matrix.js';
import type { UnitPlan } from '../units/unit.js';
import { eigen, solve } from './linear-algebra.js';

/**
 * Ridge regression to targets ±1 for all penalties and folds from one eigendecomposition. With M = I − 11ᵀ/n − X(XᵀX + λI)⁻¹Xᵀ,
 * of the centred features of all examples, what a fold F would get wrong without its own examples is M_FF⁻¹ (M Y)_F, intercept
 * and all (Allen 1974 for one example; Golub, Heath and Wahba 1979). Returns [penalties][plans] scores [scored · classes]. Each
 * plan must fit on all that it does not score.
 */
export function ridgeGrid(
  features: Matrix,
  labels: Int32Array,
  classes: number,
  penalties: readonly number[],
  plans: readonly UnitPlan[],
): Float32Array[][] {
  const { rows: n, columns: dim } = features;
  const most = plans.reduce((top, { rows }) => Math.max(top, rows.length), 0);
  const folds = plans.length;
  // Folds are filled up to one size with rows that are all 0.
  const places = new Int32Array(folds * most).fill(n);
  for (const [f, { rows }] of plans.entries()) places.set(rows, f * most);
  const centred = minusRow(features, columnMeans(features)).values;
  const targets = Float32Array.from({ length: n * classes }, (_, i) =>
    labels[Math.floor(i / classes)] === i % classes ? 1 : -1,
  );
  const answers = tf.tidy(() => {
    const x = tf.tensor2d(Float32Array.from(centred), [n, dim]);
    const y = tf.tensor2d(targets, [n, classes]);
    const wide = n <= dim;
    const [values, vectors] = eigen(tf.matMul(x, x, !wide, wide));
    // Columns with X Xᵀ = U diag(e) Uᵀ, times √e where the features are fewer.
    const u = wide ? vectors : (tf.matMul(x, vectors) as tf.Tensor2D);
    const e = tf.relu(values);
    const padded = tf.concat([u, tf.zeros([1, u.shape[1]])], 0);
    const at = tf.tensor1d(places, 'int32');
    const inFold = tf.reshape(tf.gather(padded, at), [folds, most, u.shape[1]]);
    const real = tf.reshape(tf.cast(tf.less(at, n), 'float32'), [folds, most, 1]);
    const own = tf.reshape(tf.gather(tf.concat([y, tf.zeros([1, classes])], 0), at), [folds, most, classes]);
    const mean = tf.mean(y, 0, true);
    const projected = tf.matMul(u, y, true, false);
    const corner = tf.sub(tf.expandDims(tf.eye(most), 0), tf.mul(tf.matMul(real, real, false, true), 1 / n));
    const each = penalties.map((penalty) => {
      const over = tf.div(1, tf.add(e, penalty));
      const weights = wide ? tf.mul(e, over) : over;
      const some = tf.mul(inFold, weights);
      const within = tf.sub(corner, tf.matMul(some, inFold, false, true));
      const fitted = tf.reshape(tf.matMul(tf.reshape(some, [folds * most, -1]), projected), own.shape);
      const residual = tf.mul(tf.sub(tf.sub(own, mean), fitted), real);
      return tf.sub(own, solve(within, residual));
    });
    return tf.stack(each);
  });
  const found = answers.dataSync() as Float32Array;
  answers.dispose();
  return penalties.map((_, l) =>
    plans.map(({ rows }, f) => {
      const from = (l * folds + f) * most * classes;
      return found.slice(from, from + rows.length * classes);
    }),
  );
}
