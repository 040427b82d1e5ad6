import type pg from 'pg';
import { inTransaction } from '../in-transaction.js';
import type { HeldTask, TaskEnd } from './task.js';

export interface Ending {
  /** Runs first: locks what `settle` changes, where others lock it before the task. */
  readonly lock?: ((client: pg.PoolClient) => Promise<unknown>) | undefined;
  /** Stores what the work gave, in the transaction that ends it. */
  readonly settle?: ((client: pg.PoolClient) => Promise<unknown>) | undefined;
}

/** Ends a task with all that it gave, in one transaction; false, and nothing done, when the attempt is not the present one. */
export async function endTask(
  pool: pg.Pool,
  { id, attempt }: HeldTask,
  end: TaskEnd,
  { lock, settle }: Ending = {},
): Promise<boolean> {
  const failure = end.status === 'FAILED' ? end.failure : undefined;
  return inTransaction(pool, async (client) => {
    await lock?.(client);
    const { rows } = await client.query(
      `with ended as (
         update task set status = $3::"TaskStatus", ended_at = now(), lease_until = null, failure_code = $4, failure_message = $5
         where id = $1 and attempt = $2 and status = 'RUNNING' returning id),
       closed as (
         update attempt set ended_at = now(), outcome = $3, failure_code = $4, failure_message = $5
         where task_id in (select id from ended) and number = $2)
       select id from ended`,
      [id, attempt, end.status, failure?.code ?? null, failure?.message ?? null],
    );
    if (rows.length === 0) return false;
    await settle?.(client);
    return true;
  });
}
