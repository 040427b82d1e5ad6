import type { Algebra, KeptMatrix, Matrix } from '@kshot/fewshot';
import { binding, type Held } from '../binding.js';
import { DT } from '../graph/dtype.js';
import { attr } from './execute.js';
import { double, drop, multiply, put, putSingle, run, single, take, withMatrices } from './held-matrices.js';

/** Linear algebra by TensorFlow's ops. */
export const doubleAlgebra: Algebra = {
  keep(a): KeptMatrix {
    const kept = put(a);
    return {
      rowProducts: (b) => withMatrices([b], ([own]) => take(multiply(kept, own as Held, { right: true }))),
      columnProducts: (b) => withMatrices([b], ([own]) => take(multiply(own as Held, kept, { left: true }))),
      dispose: () => binding().deleteTensor(kept.id),
    };
  },
  crossEntropy(a, truth) {
    const [kept, right] = [put(a), put(truth)];
    return {
      gradientAt: (w) =>
        withMatrices([w], ([own]) => {
          const logits = multiply(kept, own as Held, { right: true });
          const shares = run('Softmax', [double], [logits])[0] as Held;
          const residual = run('Sub', [double], [shares, right])[0] as Held;
          const gradient = multiply(residual, kept, { left: true });
          drop(logits, shares, residual);
          return take(gradient);
        }),
      dispose: () => drop(kept, right),
    };
  },
  rowProducts: (a, b) =>
    withMatrices([a, b], ([x, y]) => take(multiply(x as Held, y as Held, { right: true }))),
  columnProducts: (a, b) =>
    withMatrices([a, b], ([x, y]) => take(multiply(x as Held, y as Held, { left: true }))),
  expProducts: (a, b) =>
    withMatrices([a, b], ([x, y]) => {
      const products = multiply(x as Held, y as Held, { right: true });
      const [powers] = run('Exp', [double], [products]);
      drop(products);
      return take(powers as Held);
    }),
  expProductsTimes,
  eigen: (a) =>
    withMatrices([a], ([held]) => {
      const [values, vectors] = run(
        'SelfAdjointEigV2',
        [attr('compute_v', 'bool', true), double],
        [held as Held],
        2,
      );
      return { values: take(values as Held).values, vectors: take(vectors as Held) };
    }),
  solvePositive: (a, b) =>
    withMatrices([a, b], ([held, right]) => {
      const factor = choleskyOf(held as Held);
      if (!factor) return undefined;
      const below = triangular(factor, right as Held, false);
      const solution = take(triangular(factor, below, true));
      drop(factor, below);
      return solution.values.every(Number.isFinite) ? solution : undefined;
    }),
  largestProducts,
};

const triangular = (l: Held, b: Held, adjoint: boolean): Held =>
  run(
    'MatrixTriangularSolve',
    [attr('lower', 'bool', true), attr('adjoint', 'bool', adjoint), double],
    [l, b],
  )[0] as Held;

function choleskyOf(a: Held): Held | undefined {
  try {
    return run('Cholesky', [double], [a])[0];
  } catch {
    return undefined; // it says that the matrix is not positive definite
  }
}

/** Queries of one product, so that it stays near the processor. */
const QUERIES_AT_ONCE = 256;

function largestProducts(
  queries: Matrix,
  rows: Matrix,
  k: number,
  precision: 'SINGLE' | 'DOUBLE',
): Int32Array {
  const [type, hold] = precision === 'SINGLE' ? [single, putSingle] : [double, put];
  const { columns } = rows;
  const found = new Int32Array(queries.rows * k);
  const kept = hold(rows);
  const count = heldNumber(k);
  for (let from = 0; from < queries.rows; from += QUERIES_AT_ONCE) {
    const n = Math.min(QUERIES_AT_ONCE, queries.rows - from);
    const own = hold({
      rows: n,
      columns,
      values: queries.values.subarray(from * columns, (from + n) * columns),
    });
    const products = multiply(own, kept, { right: true, type });
    const [top, places] = run(
      'TopKV2',
      [
        attr('sorted', 'bool', true),
        type,
        attr('Tk', 'type', DT.int32),
        attr('index_type', 'type', DT.int32),
      ],
      [products, count],
      2,
    );
    found.set(binding().tensorDataSync((places as Held).id) as Int32Array, from * k);
    drop(own, products, top as Held, places as Held);
  }
  drop(kept, count);
  return found;
}

/** In parts, so that the powers stay small. */
function expProductsTimes(a: Matrix, b: Matrix, c: Matrix): Matrix {
  const out = new Float64Array(a.rows * c.columns);
  const [keys, factors] = [putSingle(b), putSingle(c)];
  for (let from = 0; from < a.rows; from += ROWS_AT_ONCE) {
    const rows = Math.min(ROWS_AT_ONCE, a.rows - from);
    const part = putSingle({
      ...a,
      rows,
      values: a.values.subarray(from * a.columns, (from + rows) * a.columns),
    });
    const products = multiply(part, keys, { right: true, type: single });
    const powers = run('Exp', [single], [products])[0] as Held;
    const sums = multiply(powers, factors, { type: single });
    out.set(binding().tensorDataSync(sums.id), from * c.columns);
    drop(part, products, powers, sums);
  }
  drop(keys, factors);
  return { rows: a.rows, columns: c.columns, values: out };
}

const ROWS_AT_ONCE = 2048;

function heldNumber(value: number): Held {
  return { id: binding().createTensor([], DT.int32, Int32Array.of(value)), shape: [], dtype: DT.int32 };
}
