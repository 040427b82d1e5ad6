import { chiSquareTail, fTail, rangePoint } from './distributions.js';
import { averageRanks } from './paired-tests.js';

export interface CriticalDifference {
  readonly chiSquare: number;
  /** Of Friedman's chi-square and of Iman's and Davenport's F, which is less conservative. */
  readonly p: number;
  readonly imanDavenport: { readonly f: number; readonly p: number };
  /** [methods] mean rank over the data sets; 1 is the best. */
  readonly ranks: readonly number[];
  /** Mean ranks that differ by more are different at 5 % (Nemenyi; Demšar 2006, section 3.2.2). */
  readonly difference: number;
  /** Largest sets of methods that do not differ, by place in the input, best first: the bars of the diagram. */
  readonly groups: readonly (readonly number[])[];
}

/** [data sets][methods] scores, the larger the better. Throws RangeError with fewer than 2 data sets or 3 methods. */
export function criticalDifference(scores: readonly (readonly number[])[]): CriticalDifference {
  const [n, k] = [scores.length, scores[0]?.length ?? 0];
  if (n < 2 || k < 3)
    throw new RangeError(`Friedman's test needs 2 data sets and 3 methods; here are ${n} and ${k}.`);
  const each = scores.map((row) => averageRanks(row.map((score) => -score)));
  const ranks = Array.from(
    { length: k },
    (_, j) => each.reduce((sum, r) => sum + (r.ranks[j] as number), 0) / n,
  );
  const tied = each.reduce((sum, r) => sum + r.tied, 0);
  const squares = ranks.reduce((sum, rank) => sum + rank ** 2, 0);
  const plain = ((12 * n) / (k * (k + 1))) * (squares - (k * (k + 1) ** 2) / 4);
  const correction = 1 - tied / (n * k * (k ** 2 - 1));
  const chiSquare = correction > 0 ? plain / correction : 0;
  const rest = n * (k - 1) - chiSquare;
  const f = rest > 0 ? ((n - 1) * chiSquare) / rest : Number.POSITIVE_INFINITY;
  const difference = (rangePoint(0.95, k) / Math.SQRT2) * Math.sqrt((k * (k + 1)) / (6 * n));
  return {
    chiSquare,
    p: chiSquareTail(chiSquare, k - 1),
    imanDavenport: { f, p: Number.isFinite(f) ? fTail(f, k - 1, (k - 1) * (n - 1)) : 0 },
    ranks,
    difference,
    groups: groupsOf(ranks, difference),
  };
}

function groupsOf(ranks: readonly number[], difference: number): number[][] {
  const order = [...ranks.keys()].sort((a, b) => (ranks[a] as number) - (ranks[b] as number));
  const groups: number[][] = [];
  let reached = -1;
  for (const from of order.keys()) {
    let to = from;
    const start = ranks[order[from] as number] as number;
    while (to + 1 < order.length && (ranks[order[to + 1] as number] as number) - start <= difference) to++;
    if (to > from && to > reached) groups.push(order.slice(from, to + 1));
    reached = Math.max(reached, to);
  }
  return groups;
}
