import { DomainError, isId, log } from '@kshot/domain';
import type { Store } from '../open-store.js';
import { assertOwn, storeWithin } from '../projects/reach.js';
import { queryOf } from './query.js';
import { readRow } from './read-row.js';
import { type Row, type Table, tables, type WithId } from './tables.js';

/** Columns with the value that they have, or one of several. */
export type Where<R> = { readonly [K in keyof R & string]?: R[K] | readonly R[K][] };

interface Order<R> {
  readonly by?: keyof R & string;
  readonly direction?: 'asc' | 'desc';
  readonly take?: number;
}

/** Rows by the values of columns, in the order of their ids unless another is asked for. Those that cannot be read are left out. */
export async function findRows<T extends Table>(
  store: Store,
  table: T,
  where: Where<Row<T>>,
  { by, direction = 'asc', take }: Order<Row<T>> = {},
): Promise<Row<T>[]> {
  const rows = await queryOf(store, table).findMany({
    where: conditions(where),
    ...(by
      ? { orderBy: { [by]: direction } }
      : 'id' in where || !hasId(table)
        ? {}
        : { orderBy: { id: direction } }),
    ...(take === undefined ? {} : { take }),
  });
  return rows.flatMap((row) => {
    try {
      return [readRow(table, row)];
    } catch (error) {
      log.warn({ table, row: row.id, err: error }, 'A row cannot be read and is left out.');
      return [];
    }
  });
}

const withoutId: readonly Table[] = ['attempt', 'checkpoint', 'evaluationShard', 'projectMember'];
const hasId = (table: Table): boolean => !withoutId.includes(table);

/** How many rows have these values. */
export const countRows = <T extends Table>(
  store: Store,
  table: T,
  where: Where<Row<T>> = {},
): Promise<number> => queryOf(store, table).count({ where: conditions(where) });

const conditions = (where: object): object =>
  Object.fromEntries(
    Object.entries(where).map(([name, value]) => [name, Array.isArray(value) ? { in: value } : value]),
  );

/** For each id the row, null where there is none, or why it cannot be read. */
export async function lookUp<T extends WithId>(
  store: Store,
  table: T,
  ids: readonly string[],
): Promise<(Row<T> | DomainError | null)[]> {
  const asked = ids.filter(isId);
  const rows = asked.length > 0 ? await queryOf(store, table).findMany({ where: { id: { in: asked } } }) : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (!row) return null;
    try {
      return readRow(table, row);
    } catch (error) {
      return error as DomainError;
    }
  });
}

/** The row with this id, or null; null too for what is no id. */
export async function findRow<T extends WithId>(store: Store, table: T, id: string): Promise<Row<T> | null> {
  const [row] = await lookUp(store, table, [id]);
  if (row instanceof DomainError) throw row;
  return row ?? null;
}

/** The row with this id. Throws NOT_FOUND. */
export async function getRow<T extends WithId>(store: Store, table: T, id: string): Promise<Row<T>> {
  const row = await findRow(store, table, id);
  if (row === null) throw await unseen(store, table, id);
  return row;
}

/** The same to change it. Throws FORBIDDEN for what was shipped and belongs to another project, too. */
export async function getOwn<T extends 'dataSet' | 'model'>(
  store: Store,
  table: T,
  id: string,
): Promise<Row<T>> {
  const row = await getRow(store, table, id);
  assertOwn(store, row as { projectId: string });
  return row;
}

/** Why a row is not there: FORBIDDEN where it may be looked at and not be changed. */
async function unseen(store: Store, table: WithId, id: string): Promise<DomainError> {
  const { reach } = store;
  if (!reach || reach.lookOnly.length === 0) return notFound(table, id);
  const looking = storeWithin(store, { projects: reach.lookOnly, lookOnly: [] });
  if ((await lookUp(looking, table, [id]))[0] === null) return notFound(table, id);
  return new DomainError(
    'FORBIDDEN',
    table === 'project'
      ? 'You may only look at this project. Ask for the role editor in it.'
      : `You may only look at the project of this ${tables[table].what}. Ask for the role editor in it.`,
  );
}

export const notFound = (table: Table, id: string): DomainError =>
  new DomainError(
    'NOT_FOUND',
    isId(id)
      ? `There is no ${tables[table].what} with the id ${id}. It may have been deleted.`
      : `There is no ${tables[table].what} with the id “${id.slice(0, 60)}”. Ids are UUIDs: take one from a list.`,
  );

/** Throws NOT_FOUND for what is no id. */
export function assertId(table: Table, id: string): void {
  if (!isId(id)) throw notFound(table, id);
}
