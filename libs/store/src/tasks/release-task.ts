import type pg from 'pg';
import type { HeldTask } from './task.js';

/**
 * Puts a task whose process is gone back into the queue, to be taken at once; one that a user asked to stop is cancelled
 * instead. `lost` says why it counts as a loss, of which a task may have few; a worker that is stopped hands its tasks back
 * without. Does nothing when the attempt is not the present one.
 */
export async function releaseTask(
  pool: pg.Pool,
  { id, attempt }: HeldTask,
  lost: string | null,
): Promise<void> {
  await pool.query(
    `with released as (
       update task set status = case when cancel_requested then 'CANCELLED' else 'QUEUED' end::"TaskStatus", lease_until = null,
         ended_at = case when cancel_requested then now() end, losses = losses + $3::int, progress = null
       where id = $1 and attempt = $2 and status = 'RUNNING' returning id)
     update attempt set ended_at = now(), outcome = $4, failure_code = $5, failure_message = $6
     where task_id in (select id from released) and number = $2`,
    [
      id,
      attempt,
      lost === null ? 0 : 1,
      lost === null ? 'HANDED_BACK' : 'LOST',
      lost === null ? null : 'WORKER_LOST',
      lost,
    ],
  );
}
