import type { Addends } from '../../statistics/bootstrap.js';
import type { Unit } from './unit.js';
import { classAverages, scoredExamples } from './unit-scores.js';

/** Bins of equal width that probabilities are sorted into (Guo 2017). */
const BINS = 15;
const LOSSES = 3 * BINS;
const CLASSES = LOSSES + 3;

/** Where the sums of the pooled examples lie: bins (count, confidence, hits), examples, log loss, Brier, classes. */
const slotsFor = (classes: number): number => CLASSES + 3 * classes;

/**
 * What each item adds to the pooled sums; an item is a unit, or an example with all its appearances in repeated folds.
 * `classes` is the number of classes over all units.
 */
export function pooledAddends(units: readonly Unit[], classes: number, by: 'UNIT' | 'EXAMPLE'): Addends {
  const items = new Map<number, Map<number, number>>();
  for (const unit of units) {
    const { predicted, confidence, logLoss, brier } = scoredExamples(unit);
    for (let i = 0; i < unit.truth.length; i++) {
      const key = by === 'UNIT' ? unit.index : (unit.rows[i] as number);
      const own = items.get(key) ?? new Map<number, number>();
      items.set(key, own);
      const add = (slot: number, value: number) => own.set(slot, (own.get(slot) ?? 0) + value);
      const right = unit.truth[i] === predicted[i];
      const bin = binOf(confidence[i] as number);
      add(3 * bin, 1);
      add(3 * bin + 1, confidence[i] as number);
      add(LOSSES, 1);
      add(LOSSES + 1, logLoss[i] as number);
      add(LOSSES + 2, brier[i] as number);
      const truth = unit.classes[unit.truth[i] as number] as number;
      const said = unit.classes[predicted[i] as number] as number;
      add(CLASSES + 3 * truth + 1, 1);
      add(CLASSES + 3 * said + 2, 1);
      if (right) {
        add(3 * bin + 2, 1);
        add(CLASSES + 3 * truth, 1);
      }
    }
  }
  const entries = [...items.values()].map((item) => [...item.entries()]);
  const starts = new Int32Array(entries.length + 1);
  for (const [i, own] of entries.entries()) starts[i + 1] = (starts[i] as number) + own.length;
  const flat = entries.flat();
  return {
    items: entries.length,
    slots: slotsFor(classes),
    starts,
    slot: Int32Array.from(flat, ([slot]) => slot),
    value: Float64Array.from(flat, ([, value]) => value),
  };
}

/** Bin b holds probabilities in (b/15, (b+1)/15]. */
const binOf = (p: number): number => Math.min(BINS - 1, Math.max(0, Math.ceil(p * BINS) - 1));

export interface ReliabilityBin {
  /** Ends of the bin's probabilities. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean probability of what was predicted, and how often that was right; NaN in an empty bin. */
  readonly confidence: number;
  readonly accuracy: number;
}

export function reliabilityBins(sums: Float64Array): ReliabilityBin[] {
  return Array.from({ length: BINS }, (_, b) => {
    const [count, confidence, hits] = [sums[3 * b], sums[3 * b + 1], sums[3 * b + 2]] as [
      number,
      number,
      number,
    ];
    return {
      from: b / BINS,
      to: (b + 1) / BINS,
      count,
      confidence: confidence / count,
      accuracy: hits / count,
    };
  });
}

/**
 * From pooled sums: [accuracy, balanced accuracy, macro F1, log loss, Brier, expected calibration error, then precision,
 * recall and F1 of each class]; NaN where a class was never predicted or does not occur.
 */
export function pooledStatistics(sums: Float64Array): Float64Array {
  const classes = (sums.length - CLASSES) / 3;
  const of = (part: number) =>
    Float64Array.from({ length: classes }, (_, k) => sums[CLASSES + 3 * k + part] as number);
  const [hits, actual, said] = [of(0), of(1), of(2)] as [Float64Array, Float64Array, Float64Array];
  const count = sums[LOSSES] as number;
  const { balancedAccuracy, macroF1 } = classAverages(hits, actual, said);
  let error = 0;
  for (let b = 0; b < BINS; b++) error += Math.abs((sums[3 * b + 1] as number) - (sums[3 * b + 2] as number));
  const out = new Float64Array(6 + 3 * classes);
  out.set([
    hits.reduce((a, b) => a + b, 0) / count,
    balancedAccuracy,
    macroF1,
    (sums[LOSSES + 1] as number) / count,
    (sums[LOSSES + 2] as number) / count,
    error / count,
  ]);
  for (let k = 0; k < classes; k++) {
    const [hit, own, named] = [hits[k] as number, actual[k] as number, said[k] as number];
    out.set([named ? hit / named : Number.NaN, own ? hit / own : Number.NaN], 6 + 3 * k);
    out[6 + 3 * k + 2] = own + named ? (2 * hit) / (own + named) : Number.NaN;
  }
  return out;
}
