import { dot, type Matrix, rowOf, rowProducts } from './matrix.js';

/** [n, d] and [m, d] → [n, m]: ‖a_i − b_j‖², never below 0. */
export function squaredDistances(a: Matrix, b: Matrix): Matrix {
  const out = rowProducts(a, b);
  const [left, right] = [squares(a), squares(b)];
  for (let i = 0, at = 0; i < a.rows; i++)
    for (let j = 0; j < b.rows; j++, at++)
      out.values[at] = Math.max(
        0,
        (left[i] as number) + (right[j] as number) - 2 * (out.values[at] as number),
      );
  return out;
}

const squares = (m: Matrix): Float64Array =>
  Float64Array.from({ length: m.rows }, (_, i) => dot(rowOf(m, i), rowOf(m, i)));
