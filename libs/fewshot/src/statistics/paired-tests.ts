import { randomFrom } from '../random/random.js';
import { fairThrows, normalTail, studentTail } from './distributions.js';
import { standardError } from './standard-error.js';

/** Two-sided p of the paired t test; with `overlap` its variance is corrected for folds that overlap (Nadeau 2003). */
export function pairedT(differences: ArrayLike<number>, overlap = 0): { t: number; df: number; p: number } {
  const { mean, error, df } = standardError(differences, overlap);
  if (df < 1) return { t: Number.NaN, df, p: 1 };
  if (error === 0) return { t: mean === 0 ? 0 : Math.sign(mean) * Infinity, df, p: mean === 0 ? 1 : 0 };
  return { t: mean / error, df, p: studentTail(mean / error, df) };
}

/**
 * Wilcoxon's signed-rank test, two-sided: zeros are dropped, equal sizes share their ranks. Exact up to 13
 * differences, and up to 50 without zeros and ties, else normal with the correction for ties; as SciPy's wilcoxon. W is the smaller sum of ranks.
 */
export function wilcoxon(differences: ArrayLike<number>): { w: number; p: number } {
  const all = Array.from(differences);
  const kept = all.filter((d) => d !== 0);
  const n = kept.length;
  if (n === 0) return { w: 0, p: 1 };
  const { ranks, tied } = averageRanks(kept.map(Math.abs));
  const plus = kept.reduce((sum, d, i) => sum + (d > 0 ? (ranks[i] as number) : 0), 0);
  const w = Math.min(plus, (n * (n + 1)) / 2 - plus);
  const whole = tied === 0 && n === all.length;
  if (n <= 13 || (whole && n <= 50)) return { w, p: exactSignedRank(w, ranks) };
  const variance = (n * (n + 1) * (2 * n + 1) - tied / 2) / 24;
  return { w, p: normalTail((plus - (n * (n + 1)) / 4) / Math.sqrt(variance)) };
}

/** Ranks from 1, equal values sharing theirs, and Σ(t³ − t) over the groups of equals. */
export function averageRanks(values: readonly number[]): { ranks: Float64Array; tied: number } {
  const order = [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Float64Array(values.length);
  let tied = 0;
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to++;
    for (let i = from; i < to; i++) ranks[order[i] as number] = (from + to + 1) / 2;
    tied += (to - from) ** 3 - (to - from);
    from = to;
  }
  return { ranks, tied };
}

/** Two-sided: how often the sum of a random half of the ranks (whole or half numbers) is as far out as `w`. */
function exactSignedRank(w: number, ranks: Float64Array): number {
  let shares = Float64Array.of(1);
  for (const rank of ranks) {
    const next = new Float64Array(shares.length + 2 * rank);
    for (const [sum, share] of shares.entries()) {
      next[sum] = (next[sum] as number) + share / 2;
      next[sum + 2 * rank] = (next[sum + 2 * rank] as number) + share / 2;
    }
    shares = next;
  }
  return Math.min(1, 2 * shares.subarray(0, 2 * w + 1).reduce((sum, share) => sum + share, 0));
}

/** McNemar's exact test of examples that only one of two got right (`b` and `c` of them). */
export const mcNemar = (b: number, c: number): { p: number } => ({
  p: b + c === 0 ? 1 : Math.min(1, 2 * fairThrows(Math.min(b, c), b + c)),
});

/**
 * Sign-flip permutation test of a mean of 0, two-sided. Up to 2^13 flips all of them are tried, else a random sample with
 * the observed one counted among them, so that p is never 0 (Phipson and Smyth 2010).
 */
export function permutation(differences: ArrayLike<number>, seed: number): { p: number; exact: boolean } {
  const kept = Float64Array.from(Array.from(differences).filter((d) => d !== 0));
  const n = kept.length;
  const sum = kept.reduce((a, b) => a + b, 0);
  const far = Math.abs(sum) * (1 - 1e-12);
  const scale = kept.reduce((a, b) => a + Math.abs(b), 0) * 1e-12;
  const exact = n <= 13;
  const tries = exact ? 2 ** n : Math.min(9999, Math.max(1999, Math.floor(1e7 / n)));
  const random = randomFrom(seed);
  let hits = 0;
  for (let attempt = 0; attempt < tries; attempt++) {
    let flipped = 0;
    let bits = attempt;
    for (let i = 0; i < n; i++) {
      if (!exact && (i & 31) === 0) bits = random.bits();
      flipped += (bits >>> (i & 31)) & 1 ? (kept[i] as number) : -(kept[i] as number);
    }
    if (Math.abs(flipped) >= far - scale) hits++;
  }
  return { p: exact ? hits / tries : (hits + 1) / (tries + 1), exact };
}

/** Holm's step-down adjustment (1979): p values of which a share of 5 % at most is below 0.05 where nothing is different. */
export function holm(p: readonly number[]): number[] {
  const order = [...p.keys()].sort((a, b) => (p[a] as number) - (p[b] as number));
  const out = new Array<number>(p.length);
  let top = 0;
  for (const [place, i] of order.entries()) {
    top = Math.max(top, Math.min(1, (p.length - place) * (p[i] as number)));
    out[i] = top;
  }
  return out;
}
