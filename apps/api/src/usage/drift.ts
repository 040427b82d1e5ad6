import { populationStability } from '@kshot/fewshot';
import type { Drift } from './usage.type.js';

const LITTLE = 0.1;
const MUCH = 0.25;
/** Moves that chance explains more often than this are not called moves. */
const LIKELY = 0.05;

/** Predicted classes against the examples of each class in training; null where there is nothing to compare. */
export function classDrift(
  predicted: readonly number[],
  trained: readonly (number | undefined)[],
): Drift | null {
  const reference = trained.filter((count) => count !== undefined);
  if (predicted.length < 2 || reference.length < predicted.length || predicted.every((n) => n === 0))
    return null;
  const { index, chance } = populationStability(predicted, reference);
  return { index, chance, sentence: ofClasses(index, chance) };
}

function ofClasses(index: number, chance: number): string {
  if (chance > LIKELY)
    return 'The predicted classes differ from those of the data set by no more than chance does at this number of answers.';
  if (index < LITTLE) return 'The predicted classes are about as frequent as in the data set.';
  const much = index > MUCH ? 'very' : 'somewhat';
  return `The predicted classes are ${much} differently frequent than in the data set: what comes in has changed, the data set never had the shares of real use, or the model takes one class for another. Look at recent inputs, and add examples like them.`;
}

/** Strengths of answers, counted in bins that `trained` held-out examples fill alike; null where there is nothing to compare. */
export function strengthDrift(counts: readonly number[], trained: number): Drift | null {
  const all = counts.reduce((sum, n) => sum + n, 0);
  if (counts.length < 2 || all === 0 || trained === 0) return null;
  const { index, chance } = populationStability(
    counts,
    counts.map(() => trained / counts.length),
  );
  const mean = counts.reduce((sum, n, bin) => sum + n * bin, 0) / all;
  return { index, chance, sentence: ofStrengths(index, chance, 2 * mean < counts.length - 1) };
}

function ofStrengths(index: number, chance: number, weaker: boolean): string {
  if (chance > LIKELY || index < LITTLE)
    return 'The model is about as sure as it was on examples of its data set that it had not learned from.';
  const much = index > MUCH ? 'much' : 'somewhat';
  return weaker
    ? `The model is ${much} less sure than on examples of its data set that it had not learned from: what comes in differs from them. Look at recent inputs, and add examples like them.`
    : `The model is ${much} surer than on examples of its data set that it had not learned from: what comes in is easier, or was learned from.`;
}
