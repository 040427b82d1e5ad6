import { type ArmPrediction, type Probe, type ProbedArm, predictArms } from './predict-arms.js';
import { priorOf } from './prior.js';
import type { AdvisorRecord, ArmRecord } from './records.js';

/** What is learned from how predictions for known data sets came out, each made from the others alone. */
export interface Calibration {
  /** What deviations are multiplied by so that nine of ten intervals hold. */
  readonly accuracy: number;
  readonly gain: number;
}

/** The folds of a record: those of `probePlans`. */
export function probeOf({ classes, shots }: Pick<AdvisorRecord, 'classes' | 'shots'>): Probe {
  const examples = classes * shots;
  const folds = Math.min(5, examples);
  return { classes, examples, half: examples / 2, most: (examples * (folds - 1)) / folds };
}

export const armsOf = ({ arms }: AdvisorRecord): ProbedArm[] =>
  Object.entries(arms).map(([kind, { probe }]) => ({ key: kind, kind, ...(probe ? { probe } : {}) }));

/** The best by rank first; then what is only known from elsewhere. */
export const ranked = (predictions: readonly ArmPrediction[]): ArmPrediction[] =>
  [...predictions].sort((a, b) => Number(b.probed) - Number(a.probed) || b.rank - a.rank);

/**
 * Each data set in turn is advised on from the others. Widths are conformal (Vovk 2005; one group a data set, Dunn 2023): the
 * quantile `level` of |reached − predicted| / deviation, in which every data set counts the same.
 */
export function calibrationOf(records: readonly AdvisorRecord[], level = 0.9): Calibration {
  const names = [...new Set(records.map(({ data }) => data))];
  const outcomes = names.flatMap((name) => outcomesOf(records, name));
  // One more data set than there are, in the worst case outside: the correction for finitely many.
  const share = Math.min(1, (level * (names.length + 1)) / Math.max(1, names.length));
  const width = (of: 'accuracy' | 'gain') =>
    weightedQuantile(
      outcomes.map((one) => ({ value: one[of], weight: one.weight })),
      share,
    );
  return { accuracy: width('accuracy'), gain: width('gain') };
}

/** How far off what is advised for each record of a data set is, in deviations. */
function outcomesOf(records: readonly AdvisorRecord[], name: string) {
  const others = records.filter(({ data }) => data !== name);
  const own = records.filter(({ data }) => data === name);
  const priors = new Map<string, ReturnType<typeof priorOf>>();
  return own.map((record) => {
    const arms = armsOf(record);
    const kinds = arms.map(({ kind }) => kind);
    const key = `${record.shots} ${kinds}`;
    const prior = priors.get(key) ?? priorOf(others, record.modality, record.shots, kinds);
    priors.set(key, prior);
    const [best] = ranked(predictArms(probeOf(record), arms, prior));
    const { key: chosen, accuracy, gain } = best as ArmPrediction;
    const reached = record.arms[chosen] as ArmRecord;
    return {
      weight: 1 / own.length,
      accuracy: Math.abs(reached.accuracy - accuracy.mean) / accuracy.deviation,
      gain: Math.abs(reached.more - reached.accuracy - gain.mean) / gain.deviation,
    };
  });
}

/** The least value at or below which this share of the weight lies; 2 of none. */
export function weightedQuantile(
  values: readonly { readonly value: number; readonly weight: number }[],
  share: number,
): number {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let below = 0;
  for (const { value, weight } of sorted) {
    below += weight;
    if (below >= share * total - 1e-12) return value;
  }
  return sorted.at(-1)?.value ?? 2;
}
