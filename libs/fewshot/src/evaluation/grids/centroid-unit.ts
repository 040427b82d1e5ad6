import type { UnitPlan } from '../units/unit.js';
import type { Gram } from './gram.js';

/**
 * [n · ways] probabilities of the nearest class mean, softmax of −‖x − c‖², from inner products alone: x·c is the mean of the
 * products with the examples of a class, ‖c‖² the mean of those among them.
 */
export function centroidUnit({ rows: all, values }: Gram, plan: UnitPlan): Float32Array {
  const { fitRows, fitTruth, rows, classes } = plan;
  const ways = classes.length;
  const counts = new Float64Array(ways);
  const squares = new Float64Array(ways);
  for (let i = 0; i < fitRows.length; i++) {
    const k = fitTruth[i] as number;
    counts[k] = (counts[k] as number) + 1;
    const from = (fitRows[i] as number) * all;
    let sum = 0;
    for (let j = 0; j < fitRows.length; j++)
      if (fitTruth[j] === k) sum += values[from + (fitRows[j] as number)] as number;
    squares[k] = (squares[k] as number) + sum;
  }
  for (let k = 0; k < ways; k++)
    squares[k] = (squares[k] as number) / Math.max(1, (counts[k] as number) ** 2);
  const out = new Float32Array(rows.length * ways);
  const logits = new Float64Array(ways);
  for (let q = 0; q < rows.length; q++) {
    const from = (rows[q] as number) * all;
    logits.fill(0);
    // Examples of a class mostly follow each other: their sum is kept at hand until another class comes.
    let sum = 0;
    let last = fitTruth[0] ?? 0;
    for (let i = 0; i < fitRows.length; i++) {
      const k = fitTruth[i] as number;
      if (k !== last) {
        logits[last] = (logits[last] as number) + sum;
        sum = 0;
        last = k;
      }
      sum += values[from + (fitRows[i] as number)] as number;
    }
    logits[last] = (logits[last] as number) + sum;
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < ways; k++) {
      const logit = (2 * (logits[k] as number)) / Math.max(1, counts[k] as number) - (squares[k] as number);
      logits[k] = logit;
      if (logit > top) top = logit;
    }
    let total = 0;
    for (let k = 0; k < ways; k++) {
      const power = Math.exp((logits[k] as number) - top);
      logits[k] = power;
      total += power;
    }
    for (let k = 0; k < ways; k++) out[q * ways + k] = (logits[k] as number) / total;
  }
  return out;
}
