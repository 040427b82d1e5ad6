import { algebraFor } from '../algebra/algebra.js';
import { cholesky, choleskySolve } from '../algebra/cholesky.js';
import {
  columnMeans,
  columnProducts,
  dot,
  identity,
  type Matrix,
  minusRow,
  plusDiagonal,
  rowOf,
  rowProducts,
} from '../algebra/matrix.js';
import { spread } from '../algebra/spread.js';
import { type LinearHead, type Support, signTargets, uncentred } from '../head.js';
import { ridgePath } from './ridge-path.js';

/** Penalties that are tried, times the mean squared length of the centred features. */
const FACTORS = [1e-4, 1e-3, 1e-2, 3e-2, 0.1, 0.3, 1, 3, 10, 100];

export interface RidgeFit extends LinearHead {
  readonly penalty: number;
  /** Mean squared leave-one-out error over examples and classes. */
  readonly leaveOneOut: number;
}

/**
 * Ridge regression to targets ±1 with an intercept, as scikit-learn's RidgeClassifier; solved in the smaller of the two
 * spaces, examples or features.
 */
export function ridgeHead(support: Support, penalty: number): RidgeFit {
  const { features, ways } = support;
  const algebra = algebraOf(support);
  if (algebra) return ridgePath(algebra, support, [penalty]);
  const mean = columnMeans(features);
  const x = minusRow(features, mean);
  const targets = signTargets(support);
  const offset = columnMeans(targets);
  const y = minusRow(targets, offset);
  const { solution, hat } = features.rows <= features.columns ? dual(x, y, penalty) : primal(x, y, penalty);
  // Leaving one example out changes its residual by 1/(1 − h); the intercept adds 1/n to each leverage h.
  let error = 0;
  for (let i = 0; i < x.rows; i++) {
    const kept = Math.max(1e-12, 1 - (hat[i] as number) - 1 / x.rows);
    for (let k = 0; k < ways; k++) {
      const residual = (y.values[i * ways + k] as number) - dot(rowOf(x, i), rowOf(solution, k));
      error += (residual / kept) ** 2;
    }
  }
  const head = uncentred({ kind: 'LINEAR', weights: solution, bias: offset }, mean);
  return { ...head, penalty, leaveOneOut: error / (x.rows * ways) };
}

/** The penalty with the smallest leave-one-out error, which is known in closed form (Allen 1974: PRESS). */
export function ridgeByLeaveOneOut(support: Support, penalties = penaltiesFor(support)): RidgeFit {
  const algebra = algebraOf(support);
  if (algebra) return ridgePath(algebra, support, penalties);
  const fits = penalties.map((penalty) => ridgeHead(support, penalty));
  return fits.reduce((best, fit) => (fit.leaveOneOut < best.leaveOneOut ? fit : best));
}

const algebraOf = ({ features: { rows, columns } }: Support) =>
  algebraFor(rows * columns * Math.min(rows, columns));

function penaltiesFor({ features }: Support): number[] {
  const scale = spread(features);
  return FACTORS.map((factor) => factor * scale);
}

interface Solved {
  /** [ways, dim] */
  readonly solution: Matrix;
  /** [n] diagonal of X (XᵀX + λI)⁻¹ Xᵀ */
  readonly hat: Float64Array;
}

/** W = Yᵀ (XXᵀ + λI)⁻¹ X; the hat matrix is K (K + λI)⁻¹ = I − λ (K + λI)⁻¹. */
function dual(x: Matrix, y: Matrix, penalty: number): Solved {
  const l = cholesky(plusDiagonal(rowProducts(x, x), penalty));
  const solution = columnProducts(choleskySolve(l, y), x);
  const inverse = choleskySolve(l, identity(x.rows));
  const hat = Float64Array.from(
    { length: x.rows },
    (_, i) => 1 - penalty * (inverse.values[i * (x.rows + 1)] as number),
  );
  return { solution, hat };
}

/** W = Yᵀ X (XᵀX + λI)⁻¹. */
function primal(x: Matrix, y: Matrix, penalty: number): Solved {
  const l = cholesky(plusDiagonal(columnProducts(x, x), penalty));
  const inverse = choleskySolve(l, identity(x.columns));
  const projected = rowProducts(x, inverse);
  const hat = Float64Array.from({ length: x.rows }, (_, i) => dot(rowOf(x, i), rowOf(projected, i)));
  return { solution: columnProducts(y, projected), hat };
}
