import { derivedSeed, randomFrom } from '../random/random.js';
import { bootstrapIntervals, sumsOf } from '../statistics/bootstrap.js';
import type { Figure } from '../statistics/figure.js';
import { wilsonInterval } from '../statistics/wilson.js';
import type { UnitMetric } from './comparison/paired-values.js';
import { type ConfusionCell, confusionCells } from './confusion.js';
import { reportedFigure } from './reported-figure.js';
import { pooledAddends, pooledStatistics, type ReliabilityBin, reliabilityBins } from './units/pooled.js';
import { intervalOf, type Unit, type UnitKind } from './units/unit.js';

export interface ClassReport {
  readonly class: number;
  /** Scored examples of the class, an example counting as often as it was scored. */
  readonly examples: number;
  readonly precision: Figure;
  readonly recall: Figure;
  readonly f1: Figure;
}

export interface Report {
  readonly kind: UnitKind;
  readonly units: number;
  /** Different examples that were scored, and how many scorings there were. */
  readonly examples: number;
  readonly scored: number;
  readonly seeds: readonly number[];
  readonly accuracy: Figure;
  readonly balancedAccuracy: Figure;
  readonly macroF1: Figure;
  readonly logLoss: Figure;
  readonly brier: Figure;
  /** Top-label calibration error over 15 bins of equal width, of all scorings together (Guo 2017). */
  readonly calibrationError: Figure;
  readonly reliability: readonly ReliabilityBin[];
  /** Classes that occur or were predicted, ascending. */
  readonly classes: readonly ClassReport[];
  /** Cells that are not empty, by true and predicted class. */
  readonly confusion: readonly ConfusionCell[];
  /** Sums over all units. */
  readonly trainSeconds: number;
  readonly predictSeconds: number;
}

/** Addends above which 300 draws have to do. */
const MANY = 200_000;
const NAMES = ['accuracy', 'balancedAccuracy', 'macroF1', 'logLoss', 'brier'] as const;

/**
 * What the units of one candidate say, each figure with a 95 % interval and what it is an interval of. Means over folds carry
 * Nadeau's and Bengio's correction, means over episodes, draws and seeds are Student's, shares of one split's (or leave-one-
 * out's) examples are Wilson's, and all else is bootstrapped over examples or units. `anytime`: means have always-valid
 * intervals, for units whose scores decided how many there are. Throws RangeError without units.
 */
export function report(units: readonly Unit[], kind: UnitKind, anytime = false): Report {
  if (units.length === 0) throw new RangeError('There is nothing to report on: no unit was scored.');
  const classes = units.reduce(
    (top, { classes }) => classes.reduce((most, k) => Math.max(most, k + 1), top),
    0,
  );
  const overUnits = kind !== 'SPLIT' && kind !== 'LEAVE_ONE_OUT';
  const by = overUnits && kind !== 'FOLDS' ? 'UNIT' : 'EXAMPLE';
  const addends = pooledAddends(units, classes, by);
  const seed = derivedSeed(units.length, classes, addends.items);
  const intervals = bootstrapIntervals(
    addends,
    pooledStatistics,
    randomFrom(seed),
    addends.value.length > MANY ? 300 : 1000,
  );
  const of = by === 'UNIT' ? intervalOf[kind] : 'EXAMPLES';
  const booted = (at: number): Figure => ({
    ...(intervals[at] as (typeof intervals)[number]),
    method: 'BOOTSTRAP',
    of,
  });
  const figure = (metric: UnitMetric, at: number): Figure =>
    overUnits || metric === 'accuracy' ? reportedFigure(units, kind, metric, anytime) : booted(at);
  const share = (at: number, trials: number): Figure => {
    const { value } = booted(at);
    if (overUnits) return booted(at);
    const [low, high] = wilsonInterval(Math.round(value * trials), trials);
    return { value, low, high, method: 'WILSON', of: 'EXAMPLES' };
  };
  const scored = units.reduce((sum, { rows }) => sum + rows.length, 0);
  const cells = confusionCells(units);
  const counts = (part: 'truth' | 'predicted', k: number) =>
    cells.reduce((sum, cell) => sum + (cell[part] === k ? cell.count : 0), 0);
  const present = [...new Set(cells.flatMap(({ truth, predicted }) => [truth, predicted]))].sort(
    (a, b) => a - b,
  );
  const means = Object.fromEntries(NAMES.map((name, at) => [name, figure(name, at)])) as Record<
    (typeof NAMES)[number],
    Figure
  >;
  return {
    kind,
    units: units.length,
    examples: new Set(units.flatMap(({ rows }) => [...rows])).size,
    scored,
    seeds: [...new Set(units.map(({ seed }) => seed))],
    ...means,
    calibrationError: booted(5),
    reliability: reliabilityBins(sumsOf(addends)),
    classes: present.map((k) => ({
      class: k,
      examples: counts('truth', k),
      precision: share(6 + 3 * k, counts('predicted', k)),
      recall: share(6 + 3 * k + 1, counts('truth', k)),
      f1: booted(6 + 3 * k + 2),
    })),
    confusion: cells,
    trainSeconds: units.reduce((sum, unit) => sum + unit.trainSeconds, 0),
    predictSeconds: units.reduce((sum, unit) => sum + unit.predictSeconds, 0),
  };
}
