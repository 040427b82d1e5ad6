import {
  type Algebra,
  columnMeans,
  dot,
  type KeptMatrix,
  type Matrix,
  minusRow,
  rowOf,
} from '@kshot/fewshot';
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
  nearest: (queries, rows, k) => nearestRows(queries, rows, k),
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

/** Queries of one product, so that its distances stay near the processor. */
const QUERIES_AT_ONCE = 256;

/** Columns from which on rows are told apart well enough in single precision, and how many times as long as the usual row none may be. */
const MANY_COLUMNS = 64;
const FAR_LONGER = 100;

/** ‖q − x‖² is least where 2 q·x − ‖x‖² is largest, of centred rows. */
function nearestRows(queries: Matrix, rows: Matrix, k: number): Int32Array {
  const { columns } = rows;
  const mean = columnMeans(rows);
  const wide = beside(minusRow(rows, mean), (row) => [2, -dot(row, row)]);
  const lengths = Float64Array.from({ length: rows.rows }, (_, i) => -(rowOf(wide, i)[columns] as number));
  const usual = Float64Array.from(lengths).sort()[rows.rows >> 1] as number;
  const isSingle = columns >= MANY_COLUMNS && lengths.every((length) => length < FAR_LONGER * usual);
  const [type, hold] = isSingle ? [single, putSingle] : [double, put];
  const found = new Int32Array(queries.rows * k);
  const kept = hold(wide);
  const count = heldNumber(k);
  for (let from = 0; from < queries.rows; from += QUERIES_AT_ONCE) {
    const n = Math.min(QUERIES_AT_ONCE, queries.rows - from);
    const values = queries.values.subarray(from * columns, (from + n) * columns);
    const own = hold(beside(minusRow({ rows: n, columns, values }, mean), () => [1, 1]));
    const scores = multiply(own, kept, { right: true, type });
    const [top, places] = run(
      'TopKV2',
      [
        attr('sorted', 'bool', true),
        type,
        attr('Tk', 'type', DT.int32),
        attr('index_type', 'type', DT.int32),
      ],
      [scores, count],
      2,
    );
    found.set(binding().tensorDataSync((places as Held).id) as Int32Array, from * k);
    drop(own, scores, top as Held, places as Held);
  }
  drop(kept, count);
  return found;
}

/** Each row times a factor, with one number more. */
function beside(m: Matrix, of: (row: Float64Array) => readonly [factor: number, last: number]): Matrix {
  const columns = m.columns + 1;
  const values = new Float64Array(m.rows * columns);
  for (let i = 0; i < m.rows; i++) {
    const row = rowOf(m, i);
    const [factor, last] = of(row);
    for (let j = 0; j < m.columns; j++) values[i * columns + j] = factor * (row[j] as number);
    values[(i + 1) * columns - 1] = last;
  }
  return { rows: m.rows, columns, values };
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
