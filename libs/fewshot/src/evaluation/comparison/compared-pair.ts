import { normalPoint, studentPoint } from '../../statistics/distributions.js';
import { type Figure, meanFigure } from '../../statistics/figure.js';
import { mcNemar, pairedT, permutation, wilcoxon } from '../../statistics/paired-tests.js';
import { alwaysValidHalfWidth, alwaysValidP, unitsToTell } from '../../statistics/sequential.js';
import { standardError } from '../../statistics/standard-error.js';
import { overlapOf } from '../reported-figure.js';
import { intervalOf, type Unit, type UnitKind } from '../units/unit.js';
import type { UnitMetric } from './paired-values.js';

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
    /** Where the units decided how many there are: the only one that holds then. */
    readonly alwaysValid?: PairedTest;
  };
  /**
   * The test that decides: McNemar for accuracy over examples, permutation for losses over examples, the always-valid one
   * where units were added until something was decided, else t.
   */
  readonly by: 'alwaysValid' | 't' | 'mcNemar' | 'permutation';
  readonly p: number;
  readonly holm: number;
  /** Different at 5 %, or at the error rate of a study that stops early, after Holm's correction. */
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

interface Setting {
  readonly kind: UnitKind;
  readonly metric: UnitMetric;
  readonly pairs: number;
  readonly seed: number;
  /** Of a study that was stopped when something was decided. */
  readonly errorRate: number | undefined;
}

/** The tests of one pair; p values are corrected by the caller, who knows all pairs. */
export function comparedPair(
  a: Side,
  b: Side,
  { kind, metric, pairs, seed, errorRate }: Setting,
): ComparedPair {
  const differences = a.values.map((value, i) => value - (b.values[i] as number));
  const overlap = overlapOf(a.units, kind);
  const of = intervalOf[kind];
  const overExamples = of === 'EXAMPLES';
  const anytime = errorRate !== undefined;
  const counts = overExamples && metric === 'accuracy' ? discordant(differences) : undefined;
  const once = (p: number): PairedTest => ({ p, holm: p });
  const tests = {
    t: once(pairedT(differences, overlap).p),
    wilcoxon: once(wilcoxon(differences).p),
    permutation: once(permutation(differences, seed).p),
    ...(anytime ? { alwaysValid: once(alwaysValidP(differences)) } : {}),
    ...(counts ? { mcNemar: once(mcNemar(counts.onlyARight, counts.onlyBRight).p) } : {}),
  };
  const by = anytime ? 'alwaysValid' : counts ? 'mcNemar' : overExamples ? 'permutation' : 't';
  const { p } = tests[by] ?? tests.t;
  return {
    a: a.name,
    b: b.name,
    difference: meanFigure(differences, of, { overlap, anytime }),
    effect: effectSize(differences, of, anytime),
    tests,
    by,
    p,
    holm: p,
    decided: p < 0.05,
    ...counts,
    moreToDecide: anytime
      ? moreToTell(differences, errorRate / pairs)
      : moreToDecide(differences, overlap, pairs),
  };
}

function discordant(differences: Float64Array) {
  return {
    onlyARight: differences.filter((d) => d > 0).length,
    onlyBRight: differences.filter((d) => d < 0).length,
  };
}

/** d = mean/s with standard error √(1/n + d²/2n) (Hedges and Olkin 1985, for paired values). */
function effectSize(differences: Float64Array, of: Figure['of'], anytime: boolean): Figure {
  const { mean, deviation, df } = standardError(differences);
  const n = differences.length;
  const d = deviation > 0 ? mean / deviation : mean === 0 ? 0 : Number.NaN;
  const fixed = df > 0 ? studentPoint(0.975, df) * Math.sqrt(1 / n + d ** 2 / (2 * n)) : Number.NaN;
  const half = anytime ? alwaysValidHalfWidth(differences, 0.05) / deviation : fixed;
  return { value: d, low: d - half, high: d + half, method: anytime ? 'ALWAYS_VALID' : 'STUDENT', of };
}

/** Of the always-valid test; 0 when it tells them apart by now. */
function moreToTell(differences: Float64Array, alpha: number): number | null {
  const { mean, deviation } = standardError(differences);
  if (mean === 0) return null;
  if (alwaysValidP(differences) < alpha) return 0;
  const needed = unitsToTell(mean, deviation, alpha);
  return needed === null ? null : Math.max(1, needed - differences.length);
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
