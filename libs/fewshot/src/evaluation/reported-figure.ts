import { type Figure, meanFigure } from '../statistics/figure.js';
import { wilsonInterval } from '../statistics/wilson.js';
import { pairedValues, type UnitMetric } from './comparison/paired-values.js';
import { intervalOf, type Unit, type UnitKind } from './units/unit.js';

const MOST = { accuracy: 1, balancedAccuracy: 1, macroF1: 1, logLoss: Number.POSITIVE_INFINITY, brier: 2 };

/** Scored to fitted examples of a fold, which Nadeau's and Bengio's correction needs; 0 where units do not overlap so. */
export function overlapOf(units: readonly Unit[], kind: UnitKind): number {
  if (kind !== 'FOLDS') return 0;
  const [scored, fitted] = units.reduce(([s, f], unit) => [s + unit.rows.length, f + unit.fitted], [0, 0]);
  return scored / Math.max(1, fitted);
}

/**
 * A metric as a report gives it: Wilson for the accuracy of one split's examples, else a mean with Student's interval; with
 * `anytime`, for units that decided how many there are, with an always-valid one. A few folds may agree by chance: the interval of
 * their accuracy is no narrower than Wilson's over the examples.
 */
export function reportedFigure(
  units: readonly Unit[],
  kind: UnitKind,
  metric: UnitMetric,
  anytime = false,
): Figure {
  const values = pairedValues(units, kind, metric);
  if (metric === 'accuracy' && intervalOf[kind] === 'EXAMPLES') {
    const hits = values.reduce((sum, hit) => sum + hit, 0);
    const [low, high] = wilsonInterval(hits, values.length);
    return { value: hits / values.length, low, high, method: 'WILSON', of: 'EXAMPLES' };
  }
  const figure = meanFigure(values, intervalOf[kind], {
    overlap: overlapOf(units, kind),
    anytime,
    least: 0,
    most: MOST[metric],
  });
  if (metric !== 'accuracy' || kind !== 'FOLDS') return figure;
  const examples = new Set(units.flatMap(({ rows }) => Array.from(rows))).size;
  const [low, high] = wilsonInterval(figure.value * examples, examples);
  return { ...figure, low: Math.min(figure.low, low), high: Math.max(figure.high, high) };
}
