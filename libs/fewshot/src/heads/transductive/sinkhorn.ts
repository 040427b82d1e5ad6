import { type Matrix, rowOf } from '../algebra/matrix.js';

/**
 * Optimal transport with an entropy (Cuturi 2013): scales rows and columns of exp(−sharpness · costs) [n, m] in turn until
 * every row sums to 1, within 1e-6 or 1000 rounds, and every column to n/m. Columns are scaled last.
 */
export function sinkhorn(costs: Matrix, sharpness: number): Matrix {
  const { rows, columns } = costs;
  const least = costs.values.reduce((low, cost) => Math.min(low, cost), Number.POSITIVE_INFINITY);
  const plan = { ...costs, values: costs.values.map((cost) => Math.exp(-sharpness * (cost - least))) };
  const sums = new Float64Array(columns);
  for (let round = 0, off = 1; round < MOST_ROUNDS && off > 1e-6; round++) {
    sums.fill(0);
    off = 0;
    for (let i = 0; i < rows; i++) {
      const row = rowOf(plan, i);
      const sum = Math.max(
        Number.MIN_VALUE,
        row.reduce((a, b) => a + b, 0),
      );
      off = Math.max(off, Math.abs(sum - 1));
      for (let k = 0; k < columns; k++) {
        row[k] = (row[k] as number) / sum;
        sums[k] = (sums[k] as number) + (row[k] as number);
      }
    }
    for (let at = 0; at < plan.values.length; at++)
      plan.values[at] = ((plan.values[at] as number) * rows) / columns / (sums[at % columns] as number);
  }
  return plan;
}

const MOST_ROUNDS = 1000;
