import type { Advice, AdvisedOption, AdvisorBudget, PredictedFigure } from '@kshot/domain';
import {
  type AdvisorRecord,
  type ArmPrediction,
  type Calibration,
  logErrorAt,
  MORE_SHOTS,
  type Normal,
  type Prior,
  predictArms,
  priorOf,
  probedArms,
  probeOf,
  ranked,
} from '@kshot/fewshot';
import { overBudget } from './over-budget.js';
import type { ProbedOption } from './probed-option.js';
import { whyOf } from './why-of.js';

interface Looked {
  readonly modality: AdvisorRecord['modality'];
  readonly classes: number;
  readonly examples: number;
  readonly options: readonly ProbedOption[];
}

/** What other data sets say, and how far off what they say of each other is. */
export interface Known {
  readonly records: readonly AdvisorRecord[];
  readonly widths: Calibration;
}

/** From what the folds said and what other data sets say, the ranked answer with its intervals. */
export function adviceOf(
  { modality, classes, examples, options }: Looked,
  { records, widths }: Known,
  budget: AdvisorBudget,
): Advice {
  const shots = examples / classes;
  const kinds = [...new Set(options.map(({ kind }) => kind))];
  const prior = priorOf(records, modality, shots, kinds);
  const tried = new Map(options.flatMap(({ hits }, i) => (hits ? [[String(i), hits] as const] : [])));
  const probes = probedArms(tried);
  const arms = options.map(({ kind }, i) => {
    const probe = probes.get(String(i));
    return { key: String(i), kind, ...(probe ? { probe } : {}) };
  });
  const predictions = ranked(predictArms(probeOf({ classes, shots }), arms, prior));
  const advised = predictions.map((prediction): AdvisedOption => {
    const { kind, hits: _, ...option } = options[Number(prediction.key)] as ProbedOption;
    const probe = probes.get(prediction.key);
    const accuracy = share(predictedFigure(prediction.accuracy, widths.accuracy));
    return {
      ...option,
      accuracy,
      gain: predictedFigure(prediction.gain, widths.gain),
      curve: curveOf(prediction, shots, classes, widths.accuracy),
      why: whyOf({ kind, modality, prior, probe }),
      leftOut: overBudget(option, budget),
    };
  });
  const fits = advised.filter(({ leftOut }) => leftOut === null);
  const others = advised.filter(({ leftOut }) => leftOut !== null);
  return { examples, classes, shots, dataSets: (prior as Prior).dataSets, options: [...fits, ...others] };
}

const predictedFigure = ({ mean, deviation }: Normal, width: number): PredictedFigure => ({
  value: mean,
  low: mean - width * deviation,
  high: mean + width * deviation,
});

const share = ({ value, low, high }: PredictedFigure): PredictedFigure => ({
  value,
  low: Math.max(0, low),
  high: Math.min(1, high),
});

/** Accuracy from half as many examples a class to three times as many. */
function curveOf({ curve }: ArmPrediction, shots: number, classes: number, width: number) {
  const sizes = [0.5, 0.75, 1, 1.5, 2, 3].map((factor) => Math.max(1, Math.round(factor * shots)));
  return [...new Set([...sizes, Math.round(shots) + MORE_SHOTS])]
    .sort((a, b) => a - b)
    .map((k) => {
      const { mean, deviation } = logErrorAt(curve, k * classes);
      const error = Math.min(1, Math.exp(mean));
      return {
        shots: k,
        ...share(predictedFigure({ mean: 1 - error, deviation: error * deviation }, width)),
      };
    });
}
