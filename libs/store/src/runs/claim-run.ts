import type pg from 'pg';
import { notify } from '../changes/notify.js';

/** A worker's right to a run lasts this long without being renewed. */
export const LEASE_SECONDS = 30;

/** Takes a queued run for a worker: the number of the attempt, or undefined when somebody else has it or it has ended. */
export async function claimRun(pool: pg.Pool, runId: string, worker: string): Promise<number | undefined> {
  const { rows } = await pool.query<{ attempt: number }>(
    `with claimed as (
       update run set status = 'RUNNING', attempt = attempt + 1, lease_until = now() + make_interval(secs => $3),
         started_at = coalesce(started_at, now()), failure_code = null, failure_message = null
       where id = $1 and status = 'QUEUED'
       returning id, attempt)
     insert into attempt (run_id, number, worker) select id, attempt, $2 from claimed returning number as attempt`,
    [runId, worker, LEASE_SECONDS],
  );
  if (rows[0]) await notify(pool, { topic: 'run', id: runId });
  return rows[0]?.attempt;
}

/** Renews the lease. `held` is false when the attempt is no longer the present one: its worker must stop. */
export async function renewRun(
  pool: pg.Pool,
  runId: string,
  attempt: number,
): Promise<{ held: boolean; cancelRequested: boolean }> {
  const { rows } = await pool.query<{ cancel_requested: boolean }>(
    `update run set lease_until = now() + make_interval(secs => $3)
     where id = $1 and attempt = $2 and status = 'RUNNING' returning cancel_requested`,
    [runId, attempt, LEASE_SECONDS],
  );
  return { held: rows.length > 0, cancelRequested: rows[0]?.cancel_requested ?? false };
}

/** Gives up the lease of an attempt whose process is gone, so that the next sweep takes the run back at once. */
export async function abandonRun(pool: pg.Pool, runId: string, attempt: number): Promise<void> {
  await pool.query(
    `update run set lease_until = now() - interval '1 second' where id = $1 and attempt = $2 and status = 'RUNNING'`,
    [runId, attempt],
  );
}
