import { DomainError } from '@kshot/domain';
import type { Model, Store } from '@kshot/store';
import { USUAL_ALIAS } from '../alias/alias.type.js';
import { isId } from '../schema/find.js';

/** The model that an address names: by NAME, NAME@ALIAS or its id. Throws NOT_FOUND. */
export async function namedModel({ prisma }: Store, target: string): Promise<Model> {
  if (isId(target)) {
    const model = await prisma.model.findUnique({ where: { id: target } });
    if (model) return model;
    throw new DomainError('NOT_FOUND', `There is no model with the id ${target}. It may have been deleted.`);
  }
  const [name = '', alias = USUAL_ALIAS] = target.split('@');
  const found = await prisma.alias.findUnique({
    where: { name_alias: { name, alias } },
    include: { model: true },
  });
  if (found) return found.model;
  throw new DomainError(
    'NOT_FOUND',
    `No model is served as ${target.slice(0, 140)}. Point the name to one with setAlias, or use the id of a model.`,
  );
}
