import type pg from 'pg';
import { notify } from '../changes/notify.js';

/** A queued run is cancelled at once; a running one is asked to stop. False when it has ended already. */
export async function requestCancel(pool: pg.Pool, runId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update run set cancel_requested = true, status = case status when 'QUEUED' then 'CANCELLED'::"RunStatus" else status end,
       ended_at = case status when 'QUEUED' then now() end
     where id = $1 and status in ('QUEUED', 'RUNNING')`,
    [runId],
  );
  await notify(pool, { topic: 'cancel', id: runId });
  await notify(pool, { topic: 'run', id: runId });
  return rowCount === 1;
}

/** Puts a failed or cancelled run back into the queue; it goes on from its last checkpoint. False when it is in another state. */
export async function requeueRun(pool: pg.Pool, runId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update run set status = 'QUEUED', cancel_requested = false, ended_at = null, failure_code = null, failure_message = null, progress = null
     where id = $1 and status in ('FAILED', 'CANCELLED')`,
    [runId],
  );
  await notify(pool, { topic: 'run', id: runId });
  return rowCount === 1;
}
