import { matrix, rowOf } from '../algebra/matrix.js';
import type { LinearHead } from '../head.js';

/** [ways · (dim + 1)] rows of weights with the bias after them → the head. */
export function linearHeadOf(numbers: Float64Array, ways: number): LinearHead {
  const width = numbers.length / ways;
  const all = { rows: ways, columns: width, values: numbers };
  const weights = matrix(ways, width - 1);
  for (let k = 0; k < ways; k++) weights.values.set(rowOf(all, k).subarray(0, -1), k * (width - 1));
  return {
    kind: 'LINEAR',
    weights,
    bias: Float64Array.from({ length: ways }, (_, k) => numbers[(k + 1) * width - 1] as number),
  };
}
