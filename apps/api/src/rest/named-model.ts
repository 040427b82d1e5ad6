import { DomainError } from '@kshot/domain';
import type { Model, Store } from '@kshot/store';
import { USUAL_ALIAS } from '../alias/alias.type.js';
import { isId } from '../schema/find.js';

/** The model that an address names: by NAME, NAME@ALIAS or its id. Throws NOT_FOUND. */
export async function namedModel(store: Store, target: string): Promise<Model> {
  if (isId(target)) {
    const model = await store.prisma.model.findUnique({ where: { id: target } });
    if (model) return model;
    throw new DomainError('NOT_FOUND', `There is no model with the id ${target}. It may have been deleted.`);
  }
  const found = await servedAlias(store, target);
  if (found) return found.model;
  throw new DomainError(
    'NOT_FOUND',
    `No model is served as ${target.slice(0, 140)}. Point the name to one with setAlias, or use the id of a model.`,
  );
}

/** The model that is shared under NAME or NAME@ALIAS. What is not shared is not told from what does not exist. Throws NOT_FOUND. */
export async function sharedModel(store: Store, target: string): Promise<Model> {
  const found = await servedAlias(store, target);
  if (found?.shared) return found.model;
  throw new DomainError(
    'NOT_FOUND',
    `No model is shared as ${target.slice(0, 140)}. Its owner can share it on the page of the model.`,
  );
}

function servedAlias({ prisma }: Store, target: string) {
  const [name = '', alias = USUAL_ALIAS] = target.split('@');
  return prisma.alias.findUnique({ where: { name_alias: { name, alias } }, include: { model: true } });
}
