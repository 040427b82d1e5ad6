import type pg from 'pg';
import { inTransaction, type Transaction } from '../in-transaction.js';
import { assertId, notFound } from '../rows/find-rows.js';
import { sqlName, type WithId } from '../rows/tables.js';
import { deleteRow } from '../rows/write-rows.js';

/** What goes with the versions of a data set and is locked after its tasks. */
const OF_VERSIONS = `
  with version as (select id from data_set_version where data_set_id = $1)
  select id from version
  union all select id from label_check where version_id in (select id from version)
  union all select id from labelling where version_id in (select id from version)
  union all select id from recommendation where version_id in (select id from version)`;

/** Deletes a row unless its task waits or runs. Returns whether it is deleted. Throws NOT_FOUND, and CONFLICT while others refer to it. */
export const deleteEnded = (pool: pg.Pool, table: WithId, id: string): Promise<boolean> =>
  inTransaction(pool, async (client) => {
    await holdRow(client, table, id);
    const { rowCount } = await client.query(
      `select 1 from task where subject = $1 and status in ('QUEUED', 'RUNNING') limit 1`,
      [id],
    );
    if (rowCount !== 0) return false;
    await deleteRow(client, table, id);
    return true;
  });

/** Deletes a data set with its versions. Throws NOT_FOUND, and CONFLICT while others refer to it. */
export const deleteDataSet = (pool: pg.Pool, id: string): Promise<void> =>
  inTransaction(pool, async (client) => {
    assertId('dataSet', id);
    await client.query(`select from task where subject in (${OF_VERSIONS}) order by id for update`, [id]);
    await deleteRow(client, 'dataSet', id);
  });

/** Keeps others from queueing for a row, or deleting it, until the transaction ends. Tasks come first: what ends one changes its row after it. */
export async function holdRow(client: Transaction, table: WithId, id: string): Promise<void> {
  assertId(table, id);
  await client.query('select from task where subject = $1 order by id for update', [id]);
  const { rowCount } = await client.query(`select from "${sqlName(table)}" where id = $1 for update`, [id]);
  if (rowCount === 0) throw notFound(table, id);
}
