import { populationStability } from '@kshot/fewshot';
import type { ClassDrift } from './usage.type.js';

const LITTLE = 0.1;
const MUCH = 0.25;
/** Moves that chance explains more often than this are not called moves. */
const LIKELY = 0.05;

/** Predicted classes against the examples of each class in training; null where there is nothing to compare. */
export function classDrift(
  predicted: readonly number[],
  trained: readonly (number | undefined)[],
): ClassDrift | null {
  const reference = trained.filter((count) => count !== undefined);
  if (predicted.length < 2 || reference.length < predicted.length || predicted.every((n) => n === 0))
    return null;
  const { index, chance } = populationStability(predicted, reference);
  return { index, chance, sentence: sentenceOf(index, chance) };
}

function sentenceOf(index: number, chance: number): string {
  if (chance > LIKELY)
    return 'The predicted classes differ from those of the data set by no more than chance does at this number of answers.';
  if (index < LITTLE) return 'The predicted classes are about as frequent as in the data set.';
  const much = index > MUCH ? 'very' : 'somewhat';
  return `The predicted classes are ${much} differently frequent than in the data set: what comes in has changed, the data set never had the shares of real use, or the model takes one class for another. Look at recent inputs, and add examples like them.`;
}
