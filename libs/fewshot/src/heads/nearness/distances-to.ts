import type { Matrix } from '../algebra/matrix.js';

/** [n] Euclidean distances of the rows, or of some of them, to a query [dim]. */
export function distancesTo(
  { rows, columns, values }: Matrix,
  query: Float64Array,
  some?: Int32Array,
): Float64Array {
  const out = new Float64Array(some?.length ?? rows);
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let j = 0, at = (some ? (some[i] as number) : i) * columns; j < columns; j++, at++) {
      const away = (values[at] as number) - (query[j] as number);
      sum += away * away;
    }
    out[i] = Math.sqrt(sum);
  }
  return out;
}
