import { type Decision, DomainError } from '@kshot/domain';
import type { MistakeCosts } from '@kshot/fewshot';
import { getOwn, type Model as Row, updateRow } from '@kshot/store';
import type { Context } from '../context.js';
import { type Model, presentModel } from './model.type.js';
import { howToHoldOut } from './probability-text.js';
import { thresholdFor, twoClassesOf } from './two-classes.js';

export interface WantedThreshold {
  readonly threshold: number | null;
  readonly costs: MistakeCosts | null;
  readonly positive: string | null;
}

/** Lets a model of two classes answer one of them from a probability on; without one, the more probable class. */
export async function setThreshold({ store }: Context, id: string, wanted: WantedThreshold): Promise<Model> {
  const decision = decisionOf(await getOwn(store, 'model', id), wanted);
  return presentModel(await updateRow(store, 'model', id, { decision }));
}

function decisionOf(model: Row, { threshold, costs, positive }: WantedThreshold): Decision | null {
  if (threshold === null && costs === null) return null;
  if (threshold !== null && costs !== null)
    throw new DomainError('BAD_INPUT', 'Pass a threshold or costs, not both.');
  const { classes } = model.manifest;
  if (classes.length !== 2)
    throw new DomainError(
      'BAD_INPUT',
      `A threshold is for models of two classes; ${model.name} has ${classes.length}.`,
    );
  const two = twoClassesOf(model, positive);
  if (!two)
    throw new DomainError(
      'BAD_INPUT',
      `Nothing was held out when ${model.name} was made, so it is not known what a threshold brings. ${howToHoldOut(model.manifest)}`,
    );
  if (costs !== null) return { positive: two.positive, threshold: thresholdFor(two, costs), costs };
  if (!(threshold! >= 0 && threshold! <= 1))
    throw new DomainError('BAD_INPUT', `\`threshold\` must be from 0 to 1, not ${threshold}.`);
  return { positive: two.positive, threshold: threshold!, costs: null };
}
