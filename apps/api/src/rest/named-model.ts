import { DomainError, isId } from '@kshot/domain';
import { findServed, getRow, type Model, type Store } from '@kshot/store';
import type { Context } from '../context.js';

/** The model that an address names: by NAME, NAME@ALIAS or its id. Throws NOT_FOUND. */
export async function namedModel(
  { store, projectId }: Pick<Context, 'store' | 'projectId'>,
  target: string,
): Promise<Model> {
  if (isId(target)) return getRow(store, 'model', target);
  const found = await findServed(store, target, { projectId });
  if (found) return found.model;
  throw new DomainError(
    'NOT_FOUND',
    `No model is served as ${target.slice(0, 140)}. Point the name to one with setAlias, or use the id of a model.`,
  );
}

/** The model that is shared under NAME or NAME@ALIAS. What is not shared is not told from what does not exist. Throws NOT_FOUND. */
export async function sharedModel(store: Store, target: string): Promise<Model> {
  const found = await findServed(store, target, { shared: true });
  if (found) return found.model;
  throw new DomainError(
    'NOT_FOUND',
    `No model is shared as ${target.slice(0, 140)}. Its owner can share it on the page of the model.`,
  );
}
