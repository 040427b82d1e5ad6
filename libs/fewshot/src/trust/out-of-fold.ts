import type { Unit } from '../evaluation/units/unit.js';
import { type Matrix, matrix, rowOf } from '../heads/algebra/matrix.js';

/** Units in which each example is scored by what was not fitted on it → [n, classes] its mean probabilities; a row that no unit scored is NaN. */
export function outOfFold(units: Iterable<Unit>, n: number, classes: number): Matrix {
  const out = matrix(n, classes);
  const times = new Int32Array(n);
  for (const { rows, classes: columns, probabilities } of units)
    for (const [i, row] of rows.entries()) {
      times[row] = (times[row] as number) + 1;
      const own = rowOf(out, row);
      for (const [column, k] of columns.entries())
        own[k] = (own[k] as number) + (probabilities[i * columns.length + column] as number);
    }
  return { ...out, values: out.values.map((sum, i) => sum / (times[Math.floor(i / classes)] as number)) };
}
