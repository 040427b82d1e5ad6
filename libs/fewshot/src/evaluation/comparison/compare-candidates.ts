import { derivedSeed } from '../../random/random.js';
import { type Figure } from '../../statistics/figure.js';
import { holm } from '../../statistics/paired-tests.js';
import { reportedFigure } from '../reported-figure.js';
import type { Unit, UnitKind } from '../units/unit.js';
import { type ComparedPair, comparedPair } from './compared-pair.js';
import { assertSameUnits, largerIsBetter, pairedValues, type UnitMetric } from './paired-values.js';

/** A candidate with what it scored. */
export interface Contender {
  readonly name: string;
  readonly units: readonly Unit[];
}

export interface Standing {
  readonly name: string;
  readonly rank: number;
  readonly figure: Figure;
  /** The best by mean, or not significantly different from it at 5 % after Holm's correction over all pairs. */
  readonly tiedWithBest: boolean;
}

export interface Comparison {
  readonly metric: UnitMetric;
  readonly kind: UnitKind;
  /** How many paired values each test had: units, or examples of one split. */
  readonly values: number;
  /** The best first. */
  readonly standings: readonly Standing[];
  /** Every pair once, the better one (by mean) as `a`. */
  readonly pairs: readonly ComparedPair[];
}

/**
 * Compares contenders on the same units, pair by pair. Throws RangeError where their units differ, names repeat, or there are
 * fewer than two. With `errorRate`, units were added until something was decided at that rate: intervals and the test that
 * decides are then always-valid ones.
 */
export function compareCandidates(
  contenders: readonly Contender[],
  kind: UnitKind,
  {
    metric = 'accuracy',
    seed = 0,
    errorRate,
  }: { metric?: UnitMetric; seed?: number; errorRate?: number } = {},
): Comparison {
  if (contenders.length < 2) throw new RangeError('A comparison needs two candidates at least.');
  const names = contenders.map(({ name }) => name);
  if (new Set(names).size < names.length) throw new RangeError('Two candidates have the same name.');
  const first = contenders[0] as Contender;
  for (const other of contenders)
    assertSameUnits(first.units, other.units, `${first.name} and ${other.name}`);
  const sign = largerIsBetter(metric) ? 1 : -1;
  const entries = contenders
    .map(({ name, units }) => {
      const figure = reportedFigure(units, kind, metric, errorRate !== undefined);
      return { name, units, figure, values: pairedValues(units, kind, metric) };
    })
    .sort((x, y) => sign * (y.figure.value - x.figure.value));
  const couples = entries.flatMap((a, i) => entries.slice(i + 1).map((b) => [a, b] as const));
  const raw = couples.map(([a, b], i) =>
    comparedPair(a, b, { kind, metric, pairs: couples.length, seed: derivedSeed(seed, i), errorRate }),
  );
  const pairs = adjusted(raw, errorRate);
  const best = entries[0]?.name;
  const standings = entries.map(({ name, figure }, at) => ({
    name,
    figure,
    rank: at + 1,
    tiedWithBest: name === best || pairs.some(({ a, b, decided }) => a === best && b === name && !decided),
  }));
  return { metric, kind, values: entries[0]?.values.length ?? 0, standings, pairs };
}

/** Holm's correction over all pairs, of each test by itself. */
function adjusted(pairs: readonly ComparedPair[], errorRate = 0.05): ComparedPair[] {
  const corrected = (name: keyof ComparedPair['tests']) =>
    holm(pairs.map(({ tests }) => tests[name]?.p ?? 1));
  const [t, w, m, s, v] = (['t', 'wilcoxon', 'mcNemar', 'permutation', 'alwaysValid'] as const).map(
    corrected,
  );
  return pairs.map((pair, i) => {
    const { tests } = pair;
    const holmed = {
      t: { ...tests.t, holm: t?.[i] as number },
      wilcoxon: { ...tests.wilcoxon, holm: w?.[i] as number },
      permutation: { ...tests.permutation, holm: s?.[i] as number },
      ...(tests.alwaysValid ? { alwaysValid: { ...tests.alwaysValid, holm: v?.[i] as number } } : {}),
      ...(tests.mcNemar ? { mcNemar: { ...tests.mcNemar, holm: m?.[i] as number } } : {}),
    };
    const leading = holmed[pair.by] ?? holmed.t;
    return { ...pair, tests: holmed, p: leading.p, holm: leading.holm, decided: leading.holm < errorRate };
  });
}
