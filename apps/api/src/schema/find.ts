import { DomainError } from '@kshot/domain';

/** Ids are UUIDs; anything else is not asked of the database. */
export const isId = (id: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(id);

/** The row, or NOT_FOUND naming what was looked for. */
export async function found<T>(
  what: string,
  id: string,
  find: (id: string) => Promise<T | null>,
): Promise<T> {
  const row = isId(id) ? await find(id) : null;
  if (row === null)
    throw new DomainError('NOT_FOUND', `There is no ${what} with the id ${id}. It may have been deleted.`);
  return row;
}
