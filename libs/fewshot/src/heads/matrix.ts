/** Numbers in rows, row-major, double precision: heads solve small systems, where single precision is too coarse. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

export const matrix = (rows: number, columns: number, values?: ArrayLike<number>): Matrix => ({
  rows,
  columns,
  values: values ? Float64Array.from(values) : new Float64Array(rows * columns),
});

export const rowOf = (m: Matrix, i: number): Float64Array =>
  m.values.subarray(i * m.columns, (i + 1) * m.columns);

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** [n, d] and [m, d] → A Bᵀ [n, m]: all inner products of rows. */
export function rowProducts(a: Matrix, b: Matrix): Matrix {
  const out = matrix(a.rows, b.rows);
  for (let i = 0; i < a.rows; i++) {
    const row = rowOf(a, i);
    for (let j = 0; j < b.rows; j++) out.values[i * b.rows + j] = dot(row, rowOf(b, j));
  }
  return out;
}

/** [n, d] and [n, m] → Aᵀ B [d, m]. */
export function columnProducts(a: Matrix, b: Matrix): Matrix {
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

/** [d] mean of the rows. */
export function columnMeans(m: Matrix): Float64Array {
  const means = new Float64Array(m.columns);
  for (let i = 0; i < m.rows; i++)
    for (const [j, value] of rowOf(m, i).entries()) means[j] = (means[j] as number) + value;
  return means.map((sum) => sum / Math.max(1, m.rows));
}

/** The rows with `offset` subtracted from each. */
export function minusRow(m: Matrix, offset: Float64Array): Matrix {
  return { ...m, values: m.values.map((value, i) => value - (offset[i % m.columns] as number)) };
}
