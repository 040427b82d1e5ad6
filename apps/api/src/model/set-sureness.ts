import { DomainError } from '@kshot/domain';
import { getOwn, updateRow } from '@kshot/store';
import type { Context } from '../context.js';
import { type Model, presentModel } from './model.type.js';
import { howToHoldOut } from './probability-text.js';

/** Lets a model answer only when sure: so large a share of known examples; null answers always. */
export async function setSureness({ store }: Context, id: string, answered: number | null): Promise<Model> {
  const model = await getOwn(store, 'model', id);
  if (!model.manifest.sureness && answered !== null)
    throw new DomainError(
      'BAD_INPUT',
      `Nothing was held out when this model was made, so it is not known how sure it is. ${howToHoldOut(model.manifest)}`,
    );
  if (answered !== null && !(answered >= 0.05 && answered <= 1))
    throw new DomainError('BAD_INPUT', `\`answered\` must be from 0.05 to 1, not ${answered}.`);
  const kept = answered === 1 ? null : answered;
  return presentModel(await updateRow(store, 'model', id, { answered: kept }));
}
