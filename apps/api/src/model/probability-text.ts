import { headKinds } from '@kshot/fewshot';
import type { Model as Row } from '@kshot/store';

const MORE = 'Add another example to each class that has a single one, and train again.';

/** What to do where nothing was held out. */
export const howToHoldOut = ({ head }: Row['manifest']): string =>
  head === undefined
    ? 'Train a head by transfer, with two examples or more of each class.'
    : `Too many classes have a single training example. ${MORE}`;

/** How the probabilities of a model with a fitted head are calibrated, in a sentence; null of other models. */
export function probabilityText({ head, scaling, sureness, classes }: Row['manifest']): string | null {
  if (head === undefined || classes.length === 0) return null;
  if (!sureness)
    return `Not calibrated on held-out examples: too many classes have a single training example. ${MORE}`;
  if (scaling)
    return `Calibrated by a temperature of ${scaling.temperature.toPrecision(3)} (Guo 2017), fitted on ${scaling.examples} held-out examples.${reserve(scaling.examples)}`;
  if (headKinds.some(({ name, votes }) => name === head && votes))
    return 'Shares of votes, not scaled by a temperature.';
  return 'Calibrated by a temperature (Guo 2017), fitted on held-out examples.';
}

/** Held-out examples below which a share of them says little. */
const FEW = 100;

/** How far probabilities may be off: half of the widest 95 % interval of a share of so many examples. */
const reserve = (examples: number): string =>
  examples < FEW
    ? ` They are few: on other examples probabilities may be ${Math.round(98 / Math.sqrt(examples))} points off.`
    : '';
