import { standardError } from '../statistics/figure.js';
import { alwaysValidHalfWidth } from '../statistics/sequential.js';
import type { Contender } from './compare-candidates.js';
import { assertSameUnits, largerIsBetter, pairedValues, type UnitMetric } from './paired-values.js';
import type { UnitKind } from './unit.js';

export interface StudyDecision {
  /** The best by mean so far. */
  readonly leader: string;
  /** Whether the study may stop: every other is behind, or within the margin. */
  readonly decided: boolean;
  /** Proved worse than the leader; no further from it than the margin; still open. */
  readonly behind: readonly string[];
  readonly within: readonly string[];
  readonly open: readonly string[];
}

/**
 * What may be said after this many units of a study that is looked at while it runs. All pairs have confidence sequences that
 * hold at all times together with probability 1 − alpha (each at alpha over the number of pairs), so stopping when it suits
 * keeps the error rate. Units must be independent: episodes, or draws. `margin` is a difference that does not matter, in the
 * metric's unit. Throws RangeError for folds and splits, whose number is fixed beforehand.
 */
export function studyDecision(
  contenders: readonly Contender[],
  kind: UnitKind,
  {
    metric = 'accuracy',
    alpha = 0.05,
    margin = 0,
  }: { metric?: UnitMetric; alpha?: number; margin?: number } = {},
): StudyDecision {
  if (kind !== 'EPISODES' && kind !== 'DRAWS' && kind !== 'SEEDS')
    throw new RangeError('Only studies over episodes, draws or seeds can stop early. Let this one finish.');
  const sign = largerIsBetter(metric) ? 1 : -1;
  const sides = contenders
    .map(({ name, units }) => ({ name, units, values: pairedValues(units, kind, metric) }))
    .map((side) => ({ ...side, mean: standardError(side.values).mean }))
    .sort((a, b) => sign * (b.mean - a.mean));
  const [leader, ...others] = sides;
  if (!leader || others.length === 0) throw new RangeError('A study needs two candidates at least.');
  const pairs = (sides.length * (sides.length - 1)) / 2;
  const verdicts = others.map((other) => {
    assertSameUnits(leader.units, other.units, `${leader.name} and ${other.name}`);
    const differences = leader.values.map((value, i) => sign * (value - (other.values[i] as number)));
    const { mean } = standardError(differences);
    const half = alwaysValidHalfWidth(differences, alpha / pairs);
    return mean - half > 0 ? 'behind' : mean + half <= margin ? 'within' : 'open';
  });
  const named = (verdict: string) => others.filter((_, i) => verdicts[i] === verdict).map(({ name }) => name);
  const open = named('open');
  return {
    leader: leader.name,
    decided: open.length === 0,
    behind: named('behind'),
    within: named('within'),
    open,
  };
}
