import type pg from 'pg';
import { inTransaction, type Transaction } from '../in-transaction.js';
import { deleteRow } from '../rows/write-rows.js';
import { cancelTasks } from '../tasks/cancel-tasks.js';
import { queueTasks } from '../tasks/queue-tasks.js';
import { lockEvaluation, reportOf } from './settle-shard.js';

/** Cancels an evaluation: its workers lose their shards. False when it has ended. */
export async function cancelEvaluation(client: Transaction, evaluationId: string): Promise<boolean> {
  await lockEvaluation(client, evaluationId);
  const { rowCount } = await client.query(
    `update evaluation set status = 'CANCELLED', ended_at = now(), features = null
     where id = $1 and status in ('QUEUED', 'RUNNING')`,
    [evaluationId],
  );
  if (rowCount !== 1) return false;
  await cancelTasks(client, evaluationId);
  return true;
}

/** Queues a failed or cancelled evaluation again; shards that are done stay done. False when it is in another state. */
export async function requeueEvaluation(client: Transaction, evaluationId: string): Promise<boolean> {
  await lockEvaluation(client, evaluationId);
  const { rowCount } = await client.query(
    `update evaluation set status = 'QUEUED', ended_at = null, failure_code = null, failure_message = null
     where id = $1 and status in ('FAILED', 'CANCELLED')`,
    [evaluationId],
  );
  if (rowCount !== 1) return false;
  const { rows } = await client.query<{ index: number }>(
    `select index from evaluation_shard where evaluation_id = $1
       and from_unit < coalesce((select counted_units from evaluation where id = $1), to_unit)`,
    [evaluationId],
  );
  const queued = await queueTasks(
    client,
    rows.map(({ index }) => ({ kind: 'shard', subject: evaluationId, part: index })),
  );
  if (queued === 0) await queueTasks(client, [reportOf(evaluationId)]); // everything is scored; the report failed
  return true;
}

/** Deletes an evaluation unless it goes on. Returns whether it is deleted. */
export const deleteEvaluation = (pool: pg.Pool, evaluationId: string): Promise<boolean> =>
  inTransaction(pool, async (client) => {
    await lockEvaluation(client, evaluationId);
    const { rowCount } = await client.query(
      `select 1 from evaluation where id = $1 and status not in ('QUEUED', 'RUNNING')`,
      [evaluationId],
    );
    if (rowCount !== 1) return false;
    await deleteRow(client, 'evaluation', evaluationId);
    return true;
  });
