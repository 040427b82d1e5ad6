import { DomainError } from '@kshot/domain';
import { getOwn, getRow, startKeepingInputs, stopKeepingInputs as stop } from '@kshot/store';
import type { Context } from '../context.js';
import { type Model, presentModel } from '../model/model.type.js';
import { assertServed } from '../predict/served-model.js';

/** Lets a model keep a sample of its inputs. Those of a model that all projects use would be seen by all. Throws CONFLICT. */
export async function keepInputs({ store }: Context, modelId: string): Promise<Model> {
  const model = await getOwn(store, 'model', modelId);
  assertServed(model);
  if (model.shipped)
    throw new DomainError(
      'CONFLICT',
      'This model came with Kshot, and every project uses it: what it is asked is not kept. Train or teach a model of your own.',
    );
  await startKeepingInputs(store.pool, model.id);
  return presentModel(await getRow(store, 'model', model.id));
}

export async function stopKeepingInputs(
  { store, inputs }: Context,
  modelId: string,
  deleteKept: boolean,
): Promise<Model> {
  const { id } = await getOwn(store, 'model', modelId);
  await inputs.flush();
  await stop(store.pool, id, deleteKept);
  inputs.openUp(id);
  return presentModel(await getRow(store, 'model', id));
}
