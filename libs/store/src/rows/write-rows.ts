import type pg from 'pg';
import { v7 } from 'uuid';
import { inTransaction, type Transaction } from '../in-transaction.js';
import type { Store } from '../open-store.js';
import { assertOwn } from '../projects/reach.js';
import { queueTasks } from '../tasks/queue-tasks.js';
import { assertId, getRow, notFound } from './find-rows.js';
import { refusedByRace } from './refused-by-race.js';
import { type Row, sqlName, type WithId } from './tables.js';

type Values<T extends WithId> = Partial<Row<T>>;

/** Writes a row; gives its id. Columns that are left out have their defaults. Throws CONFLICT where what it refers to is gone or in another project. */
export async function insertRow<T extends WithId>(
  client: pg.Pool | Transaction,
  table: T,
  values: Values<T>,
): Promise<string> {
  const row = { id: v7(), ...values };
  const names = Object.keys(row).map((name) => `"${sqlName(name)}"`);
  await refusedByRace(
    client.query(
      `insert into "${sqlName(table)}" (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row).map(asParameter),
    ),
  );
  return row.id;
}

/** Writes a row and queues its task, both or neither. */
export async function insertWithTask<T extends WithId>(
  store: Store,
  table: T,
  kind: string,
  values: Values<T>,
  task: { readonly quick?: boolean } = {},
): Promise<Row<T>> {
  const id = await inTransaction(store.pool, async (client) => {
    const subject = await insertRow(client, table, values);
    await queueTasks(client, [{ kind, subject, part: 0, ...task }]);
    return subject;
  });
  return getRow(store, table, id);
}

/** Changes columns of a row. Throws NOT_FOUND. */
export async function updateRow<T extends WithId>(
  store: Store,
  table: T,
  id: string,
  values: Values<T>,
): Promise<Row<T>> {
  const row = store.reach ? await getRow(store, table, id) : null;
  if (row && 'shipped' in row) assertOwn(store, row);
  await updateColumns(store.pool, table, id, values);
  return getRow(store, table, id);
}

/** The same without reading it again, also within a transaction. */
export async function updateColumns<T extends WithId>(
  client: pg.Pool | Transaction,
  table: T,
  id: string,
  values: Values<T>,
): Promise<void> {
  assertId(table, id);
  const names = Object.keys(values).map((name, i) => `"${sqlName(name)}" = $${i + 2}`);
  const { rowCount } = await refusedByRace(
    client.query(`update "${sqlName(table)}" set ${names.join(', ')} where id = $1`, [
      id,
      ...Object.values(values).map(asParameter),
    ]),
  );
  if (rowCount === 0) throw notFound(table, id);
}

/** Deletes a row with all that belongs to it. Throws NOT_FOUND, and CONFLICT while others refer to it. */
export async function deleteRow(client: pg.Pool | Transaction, table: WithId, id: string): Promise<void> {
  assertId(table, id);
  const { rowCount } = await refusedByRace(
    client.query(`delete from "${sqlName(table)}" where id = $1`, [id]),
  );
  if (rowCount === 0) throw notFound(table, id);
}

const asParameter = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !(value instanceof Date) ? JSON.stringify(value) : value;
