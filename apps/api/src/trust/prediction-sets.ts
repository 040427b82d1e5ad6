import { type Calibration, DomainError } from '@kshot/domain';
import { coverageOf, fewestFor, predictionSet } from '@kshot/fewshot';
import type { Model } from '@kshot/store';
import { percent } from './calibration-text.js';
import type { PredictionSet } from './trust.type.js';

/** How a model's answers become sets at a coverage; null where none was asked for. Throws CONFLICT without a calibration. */
export function predictionSets(
  model: Pick<Model, 'name' | 'calibration'>,
  coverage: number | null,
): (named: readonly { readonly class: string; readonly probability: number }[]) => PredictionSet | null {
  if (coverage === null) return () => null;
  if (!(coverage >= 0.5 && coverage <= 0.99))
    throw new DomainError('BAD_INPUT', `\`coverage\` must be from 0.5 to 0.99, not ${coverage}.`);
  const { calibration } = model;
  if (!calibration)
    throw new DomainError(
      'CONFLICT',
      `${model.name} is not calibrated. Call calibrateModel with examples that it was not fitted on.`,
    );
  const scores = Float64Array.from(calibration.scores);
  return (named) => {
    const { classes, pValues, noneOfThese } = predictionSet(
      named.map(({ probability }) => probability),
      scores,
      coverage,
    );
    const order = [...named.keys()].sort((a, b) => named[b]!.probability - named[a]!.probability);
    const names = classes.map((k) => named[k]!.class);
    return {
      coverage,
      promised: coverageOf(scores.length, coverage),
      classes: names,
      noneOfThese,
      pValues: order.map((k) => ({ class: named[k]!.class, pValue: pValues[k]! })),
      sentence: sentence(names, calibration, coverage),
    };
  };
}

function sentence(names: readonly string[], { scores, source }: Calibration, coverage: number): string {
  const n = scores.length;
  if (n < fewestFor(coverage))
    return `${n} calibration examples are too few to rule anything out at ${percent(coverage)}; ${fewestFor(coverage)} are needed.`;
  if (names.length === 0)
    return `None of these: for every class, fewer than ${percent(1 - coverage)} of the calibration examples are as strange as this one.`;
  const which =
    names.length === 1
      ? `Of the known classes it can only be ${names[0]}`
      : `Of the known classes it can be ${names.slice(0, 8).join(', ')}${names.length > 8 ? ' …' : ''}`;
  return `${which}: of examples like the ${n} that were calibrated on, such a set holds the true class in ${source === 'HELD_OUT' ? 'at least' : 'about'} ${percent(coverageOf(n, coverage))}.`;
}
