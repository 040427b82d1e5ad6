import type { Unit } from './unit.js';

/** What can be said of one unit, and so averaged and compared over units. */
export interface UnitScores {
  readonly accuracy: number;
  /** Mean recall over the classes that occur. */
  readonly balancedAccuracy: number;
  /** Mean over the classes that occur or are predicted of 2TP / (2TP + FP + FN). */
  readonly macroF1: number;
  /** Mean −log p of the true class, p clipped at 2⁻⁵². */
  readonly logLoss: number;
  /** Mean squared distance of the probabilities to the truth, summed over classes: 0…2 (Brier 1950). */
  readonly brier: number;
}

/** Per example: the predicted column (the first of equals), its probability, the losses. */
export interface ScoredExamples {
  readonly predicted: Int32Array;
  readonly confidence: Float64Array;
  readonly logLoss: Float64Array;
  readonly brier: Float64Array;
}

export function scoredExamples({ truth, probabilities, classes }: Unit): ScoredExamples {
  const [n, columns] = [truth.length, classes.length];
  const out = {
    predicted: new Int32Array(n),
    confidence: new Float64Array(n),
    logLoss: new Float64Array(n),
    brier: new Float64Array(n),
  };
  for (let i = 0; i < n; i++) {
    const from = i * columns;
    const right = truth[i] as number;
    let best = 0;
    let brier = 0;
    for (let k = 0; k < columns; k++) {
      const p = probabilities[from + k] as number;
      if (p > (probabilities[from + best] as number)) best = k;
      brier += (p - (k === right ? 1 : 0)) ** 2;
    }
    out.predicted[i] = best;
    out.confidence[i] = probabilities[from + best] as number;
    out.logLoss[i] = -Math.log(Math.max(2 ** -52, probabilities[from + right] as number));
    out.brier[i] = brier;
  }
  return out;
}

export function unitScores(unit: Unit): UnitScores {
  const { predicted, logLoss, brier } = scoredExamples(unit);
  const { truth, classes } = unit;
  const [hits, actual, said] = [0, 1, 2].map(() => new Float64Array(classes.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let i = 0; i < truth.length; i++) {
    const [right, chosen] = [truth[i] as number, predicted[i] as number];
    actual[right] = (actual[right] as number) + 1;
    said[chosen] = (said[chosen] as number) + 1;
    if (right === chosen) hits[right] = (hits[right] as number) + 1;
  }
  const n = Math.max(1, truth.length);
  return {
    accuracy: total(hits) / n,
    ...classAverages(hits, actual, said),
    logLoss: total(logLoss) / n,
    brier: total(brier) / n,
  };
}

/** From the hits, examples and predictions of each class. */
export function classAverages(hits: Float64Array, actual: Float64Array, said: Float64Array) {
  let [recalls, present, f1s, met] = [0, 0, 0, 0];
  for (let k = 0; k < hits.length; k++) {
    const [hit, own, named] = [hits[k] as number, actual[k] as number, said[k] as number];
    if (own > 0) {
      recalls += hit / own;
      present++;
    }
    if (own + named > 0) {
      f1s += (2 * hit) / (own + named);
      met++;
    }
  }
  return { balancedAccuracy: recalls / Math.max(1, present), macroF1: f1s / Math.max(1, met) };
}

const total = (values: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum;
};
