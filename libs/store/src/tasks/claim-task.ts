import type pg from 'pg';
import { type HeldTask, LEASE_SECONDS } from './task.js';

/** Takes the task of these kinds that has waited longest; undefined when none waits. */
export async function claimTask(
  pool: pg.Pool,
  kinds: readonly string[],
  worker: string,
): Promise<HeldTask | undefined> {
  const { rows } = await pool.query<HeldTask>(
    `with claimed as (
       update task set status = 'RUNNING', attempt = attempt + 1, worker = $2, progress = null, failure_code = null,
         failure_message = null, lease_until = now() + make_interval(secs => $3), started_at = coalesce(started_at, now())
       where id = (
         select id from task where status = 'QUEUED' and kind = any($1) order by queued_at, part, id
         limit 1 for update skip locked)
       returning id, kind, subject, part, attempt, losses),
     begun as (insert into attempt (task_id, number, worker) select id, attempt, $2 from claimed)
     select * from claimed`,
    [kinds, worker, LEASE_SECONDS],
  );
  return rows[0];
}
