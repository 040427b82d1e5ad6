import { algebraFor } from './algebra.js';

/** Numbers in rows, row-major, double precision: heads solve small systems, where single precision is too coarse. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

export const matrix = (rows: number, columns: number, values?: ArrayLike<number>): Matrix => ({
  rows,
  columns,
  values: values ? new Float64Array(values) : new Float64Array(rows * columns),
});

export const rowOf = (m: Matrix, i: number): Float64Array =>
  m.values.subarray(i * m.columns, (i + 1) * m.columns);

/** [n, d] → the chosen rows. */
export function rowsOf(m: Matrix, rows: ArrayLike<number>): Matrix {
  const out = matrix(rows.length, m.columns);
  for (let at = 0; at < rows.length; at++) out.values.set(rowOf(m, rows[at] as number), at * m.columns);
  return out;
}

/** The rows of the one above those of the other. */
export function stacked(a: Matrix, b: Matrix): Matrix {
  const out = matrix(a.rows + b.rows, a.columns);
  out.values.set(a.values);
  out.values.set(b.values, a.values.length);
  return out;
}

/** [n, d] → [n, d + 1]: each row times a factor, and one number more. */
export function extended(
  { rows, columns, values }: Matrix,
  of: (row: Float64Array) => readonly [factor: number, last: number],
): Matrix {
  const out = matrix(rows, columns + 1);
  for (let i = 0, from = 0, to = 0; i < rows; i++) {
    const [factor, last] = of(values.subarray(from, from + columns));
    for (let j = 0; j < columns; j++) out.values[to++] = factor * (values[from++] as number);
    out.values[to++] = last;
  }
  return out;
}

export function dot(a: Float64Array, b: Float64Array): number {
  // Two sums side by side: one waits for the last addition.
  let [even, odd] = [0, 0];
  const n = a.length;
  let i = 0;
  for (; i + 1 < n; i += 2) {
    even += (a[i] as number) * (b[i] as number);
    odd += (a[i + 1] as number) * (b[i + 1] as number);
  }
  if (i < n) even += (a[i] as number) * (b[i] as number);
  return even + odd;
}

/** [n, d] and [m, d] → A Bᵀ [n, m]: all inner products of rows. */
export function rowProducts(a: Matrix, b: Matrix): Matrix {
  const fast = algebraFor(a.rows * a.columns * b.rows);
  if (fast) return fast.rowProducts(a, b);
  const out = matrix(a.rows, b.rows);
  for (let i = 0; i < a.rows; i++) {
    const row = rowOf(a, i);
    for (let j = 0; j < b.rows; j++) out.values[i * b.rows + j] = dot(row, rowOf(b, j));
  }
  return out;
}

/** [n, d] and [n, m] → Aᵀ B [d, m]. */
export function columnProducts(a: Matrix, b: Matrix): Matrix {
  const fast = algebraFor(a.rows * a.columns * b.columns);
  if (fast) return fast.columnProducts(a, b);
  const out = matrix(a.columns, b.columns);
  for (let i = 0; i < a.rows; i++) {
    const [left, right] = [rowOf(a, i), rowOf(b, i)];
    for (let j = 0; j < a.columns; j++) {
      const factor = left[j] as number;
      if (factor === 0) continue;
      const into = rowOf(out, j);
      for (let k = 0; k < b.columns; k++) into[k] = (into[k] as number) + factor * (right[k] as number);
    }
  }
  return out;
}

/** [n, d] → [d, n]. */
export function transposed(m: Matrix): Matrix {
  const out = matrix(m.columns, m.rows);
  for (let i = 0; i < m.rows; i++)
    for (const [j, value] of rowOf(m, i).entries()) out.values[j * m.rows + i] = value;
  return out;
}

export const identity = (n: number): Matrix => plusDiagonal(matrix(n, n), 1);

/** A + value · I. */
export function plusDiagonal(m: Matrix, value: number): Matrix {
  const values = Float64Array.from(m.values);
  for (let at = 0; at < values.length; at += m.columns + 1) values[at] = (values[at] as number) + value;
  return { ...m, values };
}

/** [d] sum of the rows. */
export function columnSums({ rows, columns, values }: Matrix): Float64Array {
  const sums = new Float64Array(columns);
  for (let i = 0, at = 0; i < rows; i++)
    for (let j = 0; j < columns; j++, at++) sums[j] = (sums[j] as number) + (values[at] as number);
  return sums;
}

/** [d] mean of the rows. */
export const columnMeans = (m: Matrix): Float64Array => columnSums(m).map((sum) => sum / Math.max(1, m.rows));

/** [d] mean of the squares of each column: of centred rows their variances. */
export const columnMeanSquares = (m: Matrix): Float64Array =>
  columnMeans({ ...m, values: m.values.map((value) => value * value) });

/** The rows with `offset` subtracted from each. */
export function minusRow(m: Matrix, offset: Float64Array): Matrix {
  const { rows, columns, values } = m;
  const out = new Float64Array(values.length);
  for (let i = 0, at = 0; i < rows; i++)
    for (let j = 0; j < columns; j++, at++) out[at] = (values[at] as number) - (offset[j] as number);
  return { rows, columns, values: out };
}

/** The rows with `offset` added to each. */
export function plusRow(m: Matrix, offset: Float64Array): Matrix {
  const values = new Float64Array(m.values.length);
  for (let i = 0, at = 0; i < m.rows; i++)
    for (let j = 0; j < m.columns; j++, at++) values[at] = (m.values[at] as number) + (offset[j] as number);
  return { ...m, values };
}

/** The rows with each entry multiplied by its column's in `factors`. */
export function timesRow(m: Matrix, factors: Float64Array): Matrix {
  const values = new Float64Array(m.values.length);
  for (let i = 0, at = 0; i < m.rows; i++)
    for (let j = 0; j < m.columns; j++, at++) values[at] = (m.values[at] as number) * (factors[j] as number);
  return { ...m, values };
}
