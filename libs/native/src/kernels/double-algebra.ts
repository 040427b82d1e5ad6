import type { Algebra, KeptMatrix, Matrix } from '@kshot/fewshot';
import { binding, type Held, type OpAttr } from '../binding.js';
import { DT } from '../graph/dtype.js';
import { attr } from './execute.js';

const DOUBLE = 2;
const type = attr('T', 'type', DOUBLE);

/**
 * Linear algebra in double precision by TensorFlow's ops. tfjs has no such tensors: numbers come in and go out as pairs of
 * 32-bit integers whose bits are taken as one number of 64.
 */
export const doubleAlgebra: Algebra = {
  keep(a): KeptMatrix {
    const kept = put(a);
    return {
      rowProducts: (b) => withMatrices([b], ([own]) => take(multiply(kept, own as Held, false, true))),
      columnProducts: (b) => withMatrices([b], ([own]) => take(multiply(own as Held, kept, true, false))),
      dispose: () => binding().deleteTensor(kept.id),
    };
  },
  rowProducts: (a, b) => withMatrices([a, b], ([x, y]) => take(multiply(x as Held, y as Held, false, true))),
  columnProducts: (a, b) =>
    withMatrices([a, b], ([x, y]) => take(multiply(x as Held, y as Held, true, false))),
  eigen: (a) =>
    withMatrices([a], ([held]) => {
      const [values, vectors] = run(
        'SelfAdjointEigV2',
        [attr('compute_v', 'bool', true), type],
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

const multiply = (a: Held, b: Held, left: boolean, right: boolean): Held =>
  run(
    'MatMul',
    [type, attr('transpose_a', 'bool', left), attr('transpose_b', 'bool', right)],
    [a, b],
  )[0] as Held;

const triangular = (l: Held, b: Held, adjoint: boolean): Held =>
  run(
    'MatrixTriangularSolve',
    [attr('lower', 'bool', true), attr('adjoint', 'bool', adjoint), type],
    [l, b],
  )[0] as Held;

function choleskyOf(a: Held): Held | undefined {
  try {
    return run('Cholesky', [type], [a])[0];
  } catch {
    return undefined; // it says that the matrix is not positive definite
  }
}

/** Queries of one product, so that its distances stay near the processor. */
const QUERIES_AT_ONCE = 256;

/** ‖q − x‖² is least where 2 q·x − ‖x‖² is largest. */
function nearestRows(queries: Matrix, rows: Matrix, k: number): Int32Array {
  const { columns } = rows;
  const wide: Matrix = {
    rows: rows.rows,
    columns: columns + 1,
    values: new Float64Array(rows.rows * (columns + 1)),
  };
  for (let i = 0; i < rows.rows; i++) {
    let length = 0;
    for (let j = 0; j < columns; j++) {
      const value = rows.values[i * columns + j] as number;
      wide.values[i * (columns + 1) + j] = 2 * value;
      length += value * value;
    }
    wide.values[i * (columns + 1) + columns] = -length;
  }
  const found = new Int32Array(queries.rows * k);
  const kept = put(wide);
  const count = heldNumber(k);
  for (let from = 0; from < queries.rows; from += QUERIES_AT_ONCE) {
    const n = Math.min(QUERIES_AT_ONCE, queries.rows - from);
    const part: Matrix = {
      rows: n,
      columns: columns + 1,
      values: new Float64Array(n * (columns + 1)).fill(1),
    };
    for (let i = 0; i < n; i++)
      part.values.set(
        queries.values.subarray((from + i) * columns, (from + i + 1) * columns),
        i * (columns + 1),
      );
    withMatrices([part], ([own]) => {
      const scores = multiply(own as Held, kept, false, true);
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
      drop(scores, top as Held, places as Held);
    });
  }
  drop(kept, count);
  return found;
}

function heldNumber(value: number): Held {
  return { id: binding().createTensor([], DT.int32, Int32Array.of(value)), shape: [], dtype: DT.int32 };
}

const run = (op: string, attrs: OpAttr[], inputs: readonly Held[], outputs = 1): Held[] =>
  binding().executeOp(
    op,
    attrs,
    inputs.map(({ id }) => id),
    outputs,
  );

const drop = (...held: readonly Held[]): void => {
  for (const { id } of held) binding().deleteTensor(id);
};

function withMatrices<T>(matrices: readonly Matrix[], work: (held: readonly Held[]) => T): T {
  const held = matrices.map(put);
  try {
    return work(held);
  } finally {
    drop(...held);
  }
}

function put({ rows, columns, values }: Matrix): Held {
  const bits = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  const id = binding().createTensor([rows, columns, 2], DT.int32, bits);
  const [held] = run(
    'Bitcast',
    [attr('T', 'type', DT.int32), attr('type', 'type', DOUBLE)],
    [{ id, shape: [], dtype: DT.int32 }],
  );
  binding().deleteTensor(id);
  return held as Held;
}

/** Its numbers; what the backend held of them is gone. */
function take(held: Held): Matrix {
  const [bits] = run('Bitcast', [attr('T', 'type', DOUBLE), attr('type', 'type', DT.int32)], [held]);
  const found = binding().tensorDataSync((bits as Held).id) as Int32Array;
  drop(held, bits as Held);
  const [rows = 1, columns = 1] = held.shape;
  return { rows, columns, values: new Float64Array(found.buffer, found.byteOffset, found.length / 2) };
}
