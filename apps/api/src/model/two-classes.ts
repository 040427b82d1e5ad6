import { DomainError } from '@kshot/domain';
import {
  leastCostThreshold,
  type MistakeCosts,
  ofFirstClass,
  type ThresholdCounts,
  thresholdRates,
  wilsonInterval,
} from '@kshot/fewshot';
import type { Model as Row } from '@kshot/store';
import type { TwoClasses } from './two-classes.type.js';

type Judged = Pick<Row, 'manifest' | 'decision'>;

/** What is known of the thresholds of a model, by default of the positive class that was set, else the rarer one; null where nothing is. */
export function twoClassesOf({ manifest, decision }: Judged, wanted?: string | null): TwoClasses | null {
  const { classes, twoClasses: found } = manifest;
  if (!found || classes.length !== 2) return null;
  const rarer = classes[found.positives > found.negatives ? 0 : 1]!;
  const positive = wanted ?? decision?.positive ?? rarer;
  const index = classes.indexOf(positive);
  if (index < 0)
    throw new DomainError(
      'BAD_INPUT',
      `The model has no class ${positive}. Its classes are ${classes.join(' and ')}.`,
    );
  const totals =
    index === 1
      ? { positives: found.positives, negatives: found.negatives }
      : { positives: found.negatives, negatives: found.positives };
  const counts = index === 1 ? found.points : ofFirstClass(found.points, found);
  const { threshold, costs } = decisionFor(positive, decision);
  return {
    positive,
    threshold,
    costs,
    ...accuracyAt(threshold, counts, totals),
    ...totals,
    areaUnderRoc: found.areaUnderRoc,
    averagePrecision: found.averagePrecision[index as 0 | 1],
    points: thresholdRates(counts, totals),
    counts,
  };
}

/** How many of the held-out examples are right at a threshold; `counts` fall with it. */
function accuracyAt(
  threshold: number,
  counts: readonly ThresholdCounts[],
  { positives, negatives }: { readonly positives: number; readonly negatives: number },
): Pick<TwoClasses, 'accuracy' | 'accuracyLow' | 'accuracyHigh'> {
  const { truePositives, falsePositives } = counts.findLast((each) => each.threshold >= threshold) ?? {
    truePositives: 0,
    falsePositives: 0,
  };
  const [right, all] = [truePositives + negatives - falsePositives, positives + negatives];
  const [accuracyLow, accuracyHigh] = wilsonInterval(right, all);
  return { accuracy: right / all, accuracyLow, accuracyHigh };
}

/** What was set for one class, as the other one sees it. */
function decisionFor(positive: string, decision: Row['decision']): Pick<TwoClasses, 'threshold' | 'costs'> {
  if (!decision) return { threshold: 0.5, costs: null };
  const { threshold, costs } = decision;
  if (decision.positive === positive) return { threshold, costs };
  return {
    threshold: 1 - threshold,
    costs: costs && { miss: costs.falseAlarm, falseAlarm: costs.miss },
  };
}

/** The threshold of least cost on the held-out examples. Throws BAD_INPUT. */
export function thresholdFor({ counts, positives, negatives }: TwoClasses, costs: MistakeCosts): number {
  const [miss, falseAlarm] = [asCost('miss', costs.miss), asCost('falseAlarm', costs.falseAlarm)];
  if (miss === 0 && falseAlarm === 0)
    throw new DomainError('BAD_INPUT', 'Mistakes that cost nothing name no threshold. Set a cost above 0.');
  return leastCostThreshold(counts, { positives, negatives }, { miss, falseAlarm });
}

function asCost(name: string, value: number): number {
  if (value >= 0 && value <= 1e9) return value;
  throw new DomainError('BAD_INPUT', `\`${name}\` must be from 0 to 1,000,000,000, not ${value}.`);
}
