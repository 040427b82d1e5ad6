import type { Retention } from '@kshot/domain';
import type pg from 'pg';
import { inTransaction } from '../in-transaction.js';
import { insertRow } from '../rows/write-rows.js';

/** Rows that are older than they are to be kept; $1 is the number of days. */
const old = {
  uploads: `with discarded as (delete from data_set where discarded_at < now() - make_interval(secs => $1 * 86400))
    delete from upload where expires_at < now() - make_interval(secs => $1 * 86400)`,
  checkpoints: `delete from checkpoint c using task t
    where t.subject = c.run_id and t.status in ('FAILED', 'CANCELLED')
      and t.ended_at < now() - make_interval(secs => $1 * 86400)`,
  predictions: `delete from prediction p using task t
    where t.subject = p.id and t.status in ('DONE', 'FAILED', 'CANCELLED')
      and t.ended_at < now() - make_interval(secs => $1 * 86400)`,
  inputs: `delete from kept_input where created_at < now() - make_interval(secs => $1 * 86400)`,
  auditLog: `delete from audit_entry where created_at < now() - make_interval(secs => $1 * 86400)`,
} as const satisfies Record<keyof Retention, string>;

/** Deletes what is kept no longer, and gives how many rows; their contents are removed by the collector. */
export async function deleteOldRows(pool: pg.Pool, retention: Retention): Promise<number> {
  let deleted = 0;
  for (const name of Object.keys(old) as (keyof Retention)[]) {
    const days = retention[name];
    if (days === null) continue;
    if (name === 'auditLog') deleted += await deleteOldEntries(pool, days);
    else deleted += (await pool.query(old[name], [days])).rowCount ?? 0;
  }
  return deleted;
}

/** The log says itself what it lost. */
const deleteOldEntries = (pool: pg.Pool, days: number): Promise<number> =>
  inTransaction(pool, async (client) => {
    await client.query(`select set_config('kshot.retention', 'on', true)`);
    const { rowCount } = await client.query(old.auditLog, [days]);
    if (rowCount)
      await insertRow(client, 'auditEntry', {
        actorKind: 'LOCAL',
        actorName: 'Retention',
        action: 'deleteOldEntries',
        subjects: `${rowCount} older than ${days} days`,
        outcome: 'OK',
      });
    return rowCount ?? 0;
  });
