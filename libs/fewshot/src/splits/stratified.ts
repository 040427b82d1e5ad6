import { type Random, shuffled } from '../random/random.js';

/**
 * Holds out `share` (0…1) of each class of the given rows. A class keeps at least one example; rounding is to the nearest.
 * Both results are in ascending order of row.
 */
export function stratifiedHoldOut(
  labels: ArrayLike<number>,
  rows: ArrayLike<number>,
  share: number,
  random: Random,
): { kept: Int32Array; held: Int32Array } {
  const byClass = new Map<number, number[]>();
  for (const row of Array.from(rows)) {
    const label = labels[row] as number;
    const members = byClass.get(label);
    if (members) members.push(row);
    else byClass.set(label, [row]);
  }
  const kept: number[] = [];
  const held: number[] = [];
  for (const label of [...byClass.keys()].sort((a, b) => a - b)) {
    const order = shuffled(byClass.get(label) as number[], random);
    const out = Math.min(order.length - 1, Math.round(order.length * share));
    // Not by push(…): a class may have more members than a call takes arguments.
    for (const row of order.subarray(0, out)) held.push(row);
    for (const row of order.subarray(out)) kept.push(row);
  }
  return { kept: ascending(kept), held: ascending(held) };
}

const ascending = (rows: number[]): Int32Array => Int32Array.from(rows).sort();
