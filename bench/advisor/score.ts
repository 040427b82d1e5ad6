import {
  type AdvisorRecord,
  type ArmPrediction,
  armsOf,
  calibrationOf,
  type Prior,
  predictArms,
  priorOf,
  probeOf,
  ranked,
} from '@kshot/fewshot';
import { mean } from '../frame/figures.js';
import type { CostError } from './cost-error.js';

type Arm = AdvisorRecord['arms'][string];
type Widths = ReturnType<typeof calibrationOf>;

/** How the advisor did on the draws of a data set with this number of shots. */
export type ScoredRow = ReturnType<typeof rowOf> & Partial<CostError>;

/**
 * Each data set is advised on by what the table says of all others: its own rows, and rows of the same file under another name, are
 * left out of the prior and of the widths. One row for each data set and number of shots.
 */
export function scored(records: readonly AdvisorRecord[], table: readonly AdvisorRecord[]): ScoredRow[] {
  const names = [...new Set(records.map(({ data }) => data))];
  return names.flatMap((name) => {
    const own = records.filter(({ data }) => data === name);
    const others = table.filter(({ data, hash }) => data !== name && hash !== own[0]?.hash);
    const widths = calibrationOf(others);
    return [...new Set(own.map(({ shots }) => shots))].map((shots) =>
      rowOf(
        own.filter((record) => record.shots === shots),
        others,
        widths,
      ),
    );
  });
}

function rowOf(draws: readonly AdvisorRecord[], others: readonly AdvisorRecord[], widths: Widths) {
  const [first] = draws as [AdvisorRecord];
  const { data, modality, classes, shots } = first;
  const kinds = Object.keys(first.arms);
  const prior = priorOf(others, modality, shots, kinds);
  const reached = (kind: string) => mean(draws.flatMap(({ arms }) => arms[kind]?.accuracy ?? []));
  const everywhere = kinds.filter((kind) => draws.every(({ arms }) => arms[kind]));
  const oracle = everywhere.reduce((best, kind) => (reached(kind) > reached(best) ? kind : best));
  const advised = draws.map((draw) => advisedOn(draw, prior, widths));
  const regret = (of: (one: Advised) => number) => reached(oracle) - mean(advised.map(of));
  return {
    data,
    modality,
    classes,
    shots,
    draws: draws.length,
    best: oracle,
    bestAccuracy: reached(oracle),
    recommended: [...new Set(advised.map(({ kind }) => kind))],
    accuracy: mean(advised.map(({ accuracy }) => accuracy)),
    /** To the candidate that is best in the mean of the draws, which only hindsight knows. */
    regret: regret(({ accuracy }) => accuracy),
    /** To the candidate that is best in each draw, by hindsight and by luck. */
    regretByDraw: mean(advised.map(({ best, accuracy }) => best - accuracy)),
    /** Of taking the best by cross-validation, without a prior. */
    regretWithoutPrior: regret(({ probed }) => probed),
    predicted: mean(advised.map(({ predicted }) => predicted)),
    halfWidth: mean(advised.map(({ halfWidth }) => halfWidth)),
    covered: advised.filter(({ covered }) => covered).length,
    gain: mean(advised.map(({ gain }) => gain)),
    gainPredicted: mean(advised.map(({ gainPredicted }) => gainPredicted)),
    gainCovered: advised.filter(({ gainCovered }) => gainCovered).length,
    /** Of always answering the same. */
    constants: Object.fromEntries(everywhere.map((kind) => [kind, reached(oracle) - reached(kind)])),
  };
}

type Advised = ReturnType<typeof advisedOn>;

function advisedOn(draw: AdvisorRecord, prior: Prior, widths: Widths) {
  const arms = armsOf(draw);
  const [best] = ranked(predictArms(probeOf(draw), arms, prior));
  const { key, accuracy: said, gain } = best as ArmPrediction;
  const { accuracy, more } = draw.arms[key] as Arm;
  const probed = arms.filter(({ probe }) => probe);
  const byFolds = probed.reduce((first, arm) =>
    (arm.probe?.most ?? 0) > (first.probe?.most ?? 0) ? arm : first,
  );
  const predicted = said.mean;
  const halfWidth = widths.accuracy * said.deviation;
  return {
    kind: key,
    accuracy,
    predicted,
    halfWidth,
    covered: Math.abs(accuracy - predicted) <= halfWidth,
    best: Math.max(...Object.values(draw.arms).map((arm) => arm.accuracy)),
    probed: (draw.arms[byFolds.key] as Arm).accuracy,
    gain: more - accuracy,
    gainPredicted: gain.mean,
    gainCovered: Math.abs(more - accuracy - gain.mean) <= widths.gain * gain.deviation,
  };
}
