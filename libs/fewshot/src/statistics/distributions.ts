import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import fCdf from '@stdlib/stats-base-dists-f-cdf';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import rangeQuantile from '@stdlib/stats-base-dists-studentized-range-quantile';
import studentCdf from '@stdlib/stats-base-dists-t-cdf';
import studentQuantile from '@stdlib/stats-base-dists-t-quantile';

/** The point that Student's t with `df` degrees of freedom stays below with probability `p`. */
export const studentPoint = (p: number, df: number): number => studentQuantile(p, df);
/** Probability that |t| with `df` degrees of freedom is at least this. */
export const studentTail = (t: number, df: number): number => Math.min(1, 2 * studentCdf(-Math.abs(t), df));
export const normalPoint = (p: number): number => normalQuantile(p, 0, 1);
/** Probability that |z| is at least this. */
export const normalTail = (z: number): number => Math.min(1, 2 * normalCdf(-Math.abs(z), 0, 1));
export const chiSquareTail = (x: number, df: number): number => 1 - chiSquareCdf(x, df);
export const fTail = (f: number, df1: number, df2: number): number => 1 - fCdf(f, df1, df2);
/** Probability of at least `hits` in `trials` that succeed with probability `p`. */
export const binomialTail = (hits: number, trials: number, p: number): number =>
  1 - binomialCdf(hits - 1, trials, p);
/** Probability of at most `hits` in `trials` fair throws. */
export const fairThrows = (hits: number, trials: number): number => binomialCdf(hits, trials, 0.5);
/** The point that the range of `groups` standard normal draws stays below with probability `p`. */
export const rangePoint = (p: number, groups: number): number => rangeQuantile(p, groups, 1e9);
