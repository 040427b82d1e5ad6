import { DomainError, isId } from '@kshot/domain';
import { findRows, getRow, type Model, type Store, USUAL_ALIAS } from '@kshot/store';

/** The model that an address names: by NAME, NAME@ALIAS or its id. Throws NOT_FOUND. */
export async function namedModel(store: Store, target: string): Promise<Model> {
  if (isId(target)) return getRow(store, 'model', target);
  const found = await servedAlias(store, target);
  if (found) return getRow(store, 'model', found.modelId);
  throw new DomainError(
    'NOT_FOUND',
    `No model is served as ${target.slice(0, 140)}. Point the name to one with setAlias, or use the id of a model.`,
  );
}

/** The model that is shared under NAME or NAME@ALIAS. What is not shared is not told from what does not exist. Throws NOT_FOUND. */
export async function sharedModel(store: Store, target: string): Promise<Model> {
  const found = await servedAlias(store, target);
  if (found?.shared) return getRow(store, 'model', found.modelId);
  throw new DomainError(
    'NOT_FOUND',
    `No model is shared as ${target.slice(0, 140)}. Its owner can share it on the page of the model.`,
  );
}

async function servedAlias(store: Store, target: string) {
  const [name = '', alias = USUAL_ALIAS] = target.split('@');
  const [row] = await findRows(store, 'alias', { name, alias });
  return row;
}
