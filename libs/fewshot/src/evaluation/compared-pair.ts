import { normalPoint, studentPoint } from '../statistics/distributions.js';
import { type Figure, meanFigure, standardError } from '../statistics/figure.js';
import { mcNemar, pairedT, permutation, wilcoxon } from '../statistics/paired-tests.js';
import type { UnitMetric } from './paired-values.js';
import { overlapOf } from './reported-figure.js';
import { intervalOf, type Unit, type UnitKind } from './unit.js';

export interface PairedTest {
  /** Two-sided. */
  readonly p: number;
  /** Corrected over all pairs of the study. */
  readonly holm: number;
}

export interface ComparedPair {
  readonly a: string;
  readonly b: string;
  /** Mean of a − b, in the metric's unit. */
  readonly difference: Figure;
  /** Cohen's d of the paired values: mean difference over its standard deviation, with an approximate interval. */
  readonly effect: Figure;
  readonly tests: {
    readonly t: PairedTest;
    readonly wilcoxon: PairedTest;
    readonly permutation: PairedTest;
    /** Of accuracy over the examples of one split. */
    readonly mcNemar?: PairedTest;
  };
  /** The test that decides: McNemar for accuracy over examples, permutation for losses over examples, else t. */
  readonly by: 't' | 'mcNemar' | 'permutation';
  readonly p: number;
  readonly holm: number;
  /** Different at 5 % after Holm's correction. */
  readonly decided: boolean;
  /** The same examples by which of both were right; of accuracy over examples. */
  readonly onlyARight?: number;
  readonly onlyBRight?: number;
  /**
   * How many more units (examples, of one split) it would take to tell such a difference with a chance of 80 % at 5 %, divided
   * by the number of pairs; 0 when decided, null when more would not help (no difference; folds of the same examples).
   */
  readonly moreToDecide: number | null;
}

interface Side {
  readonly name: string;
  readonly units: readonly Unit[];
  readonly values: Float64Array;
}

/** The tests of one pair; p values are corrected by the caller, who knows all pairs. */
export function comparedPair(
  a: Side,
  b: Side,
  { kind, metric, pairs, seed }: { kind: UnitKind; metric: UnitMetric; pairs: number; seed: number },
): ComparedPair {
  const differences = a.values.map((value, i) => value - (b.values[i] as number));
  const overlap = overlapOf(a.units, kind);
  const of = intervalOf[kind];
  const overExamples = of === 'EXAMPLES';
  const counts = overExamples && metric === 'accuracy' ? discordant(differences) : undefined;
  const once = (p: number): PairedTest => ({ p, holm: p });
  const tests = {
    t: once(pairedT(differences, overlap).p),
    wilcoxon: once(wilcoxon(differences).p),
    permutation: once(permutation(differences, seed).p),
    ...(counts ? { mcNemar: once(mcNemar(counts.onlyARight, counts.onlyBRight).p) } : {}),
  };
  const by = counts ? 'mcNemar' : overExamples ? 'permutation' : 't';
  const { p } = tests[by] ?? tests.t;
  return {
    a: a.name,
    b: b.name,
    difference: meanFigure(differences, of, { overlap }),
    effect: effectSize(differences, of),
    tests,
    by,
    p,
    holm: p,
    decided: p < 0.05,
    ...counts,
    moreToDecide: moreToDecide(differences, overlap, pairs),
  };
}

function discordant(differences: Float64Array) {
  return {
    onlyARight: differences.filter((d) => d > 0).length,
    onlyBRight: differences.filter((d) => d < 0).length,
  };
}

/** d = mean/s with standard error √(1/n + d²/2n) (Hedges and Olkin 1985, for paired values). */
function effectSize(differences: Float64Array, of: Figure['of']): Figure {
  const { mean, deviation, df } = standardError(differences);
  const n = differences.length;
  const d = deviation > 0 ? mean / deviation : mean === 0 ? 0 : Number.NaN;
  const half = df > 0 ? studentPoint(0.975, df) * Math.sqrt(1 / n + d ** 2 / (2 * n)) : Number.NaN;
  return { value: d, low: d - half, high: d + half, method: 'STUDENT', of };
}

/** Solves (z₁₋α/₂ + z₀.₈)² s² (1/n + overlap) = d² for n. */
function moreToDecide(differences: Float64Array, overlap: number, pairs: number): number | null {
  const { mean, deviation } = standardError(differences);
  const n = differences.length;
  if (mean === 0 || n < 2) return null;
  const z = normalPoint(1 - 0.05 / (2 * pairs)) + normalPoint(0.8);
  const share = (mean / (z * deviation)) ** 2 - overlap;
  if (share <= 0) return null;
  return Math.max(0, Math.ceil(1 / share) - n);
}
