import type { Matrix } from '../heads/matrix.js';

/** [n, classes] scores → [n · classes] softmax of each row. */
export function softmaxRows({ rows, columns, values }: Matrix): Float32Array {
  const out = new Float32Array(rows * columns);
  for (let from = 0; from < out.length; from += columns) {
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < columns; k++) top = Math.max(top, values[from + k] as number);
    let sum = 0;
    for (let k = 0; k < columns; k++) sum += Math.exp((values[from + k] as number) - top);
    for (let k = 0; k < columns; k++) out[from + k] = Math.exp((values[from + k] as number) - top) / sum;
  }
  return out;
}
