import type pg from 'pg';

/**
 * Cancels the tasks of a subject: one that waits at once, one that runs either at once (its worker loses it) or, `gently`, by
 * asking it to stop after its present step. Gives how many were still going.
 */
export async function cancelTasks(
  client: pg.Pool | pg.PoolClient,
  subject: string,
  { gently = false, fromPart = 0 }: { readonly gently?: boolean; readonly fromPart?: number } = {},
): Promise<number> {
  const { rowCount } = await client.query(
    `with going as (
       select id, status = 'QUEUED' or not $2 as at_once from task
       where subject = $1 and part >= $3 and status in ('QUEUED', 'RUNNING') order by id for update)
     update task set cancel_requested = true,
       status = case when at_once then 'CANCELLED' else status end, lease_until = case when at_once then null else lease_until end,
       ended_at = case when at_once then now() end
     from going where task.id = going.id`,
    [subject, gently, fromPart],
  );
  // By itself, so that it sees an attempt that had just begun.
  await client.query(
    `update attempt set ended_at = now(), outcome = 'CANCELLED' from task
     where subject = $1 and part >= $2 and status = 'CANCELLED' and task_id = task.id and number = attempt and attempt.ended_at is null`,
    [subject, fromPart],
  );
  return rowCount ?? 0;
}
