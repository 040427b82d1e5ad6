import { type Random, shuffled } from '../../random/random.js';
import { classCounts, type Support } from '../head.js';

/** Examples that a tree learns from at most: many trees on parts of much data are nearly as good as trees on all of it (Breiman 1999). */
export const MOST_PER_TREE = 20_000;

/**
 * How many examples of each class a tree learns from, and the rows of one tree: all, or as many drawn with replacement (`again`). Of more
 * than 20,000 examples the large classes give equally many, drawn anew for each tree, so that small ones stay whole (Chen 2004).
 */
export function rowsPerTree(
  support: Support,
  again: boolean,
): { readonly counts: Float64Array; draw(random: Random): Int32Array } {
  const all = classCounts(support);
  const n = support.labels.length;
  if (n <= MOST_PER_TREE)
    return {
      counts: all,
      draw: (random) => Int32Array.from({ length: n }, (_, i) => (again ? random.below(n) : i)),
    };
  const most = mostOfAClass(all);
  const counts = all.map((count) => Math.min(count, most));
  const rowsOf = Array.from(all, (count) => new Int32Array(count));
  const filled = new Int32Array(all.length);
  for (const [row, k] of support.labels.entries()) {
    (rowsOf[k] as Int32Array)[filled[k] as number] = row;
    filled[k] = (filled[k] as number) + 1;
  }
  return {
    counts,
    draw: (random) =>
      Int32Array.from(
        rowsOf.flatMap((rows, k) => {
          const wanted = counts[k] as number;
          if (again) return Array.from({ length: wanted }, () => rows[random.below(rows.length)] as number);
          return [...(wanted < rows.length ? shuffled([...rows], random).subarray(0, wanted) : rows)];
        }),
      ),
  };
}

/** The most that each class may give so that all together give no more than a tree takes. */
function mostOfAClass(counts: Float64Array): number {
  let left = MOST_PER_TREE;
  const rising = Array.from(counts).sort((a, b) => a - b);
  for (const [i, count] of rising.entries()) {
    const share = Math.floor(left / (rising.length - i));
    if (count > share) return Math.max(1, share);
    left -= count;
  }
  return left;
}
