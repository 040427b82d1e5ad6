import type pg from 'pg';
import { v7 } from 'uuid';
import type { TaskKey } from './task.js';

const STATEMENT = `insert into task (id, kind, subject, part)
  select t.id, t.kind, t.subject, t.part from unnest($1::uuid[], $2::text[], $3::uuid[], $4::int[]) as t(id, kind, subject, part)
  on conflict (subject, kind, part) do update set status = 'QUEUED', queued_at = now(), losses = 0, cancel_requested = false,
    progress = null, failure_code = null, failure_message = null, lease_until = null, ended_at = null
  where task.status in ('FAILED', 'CANCELLED')`;

/**
 * Queues work, in the transaction that makes its subject; work that failed or was cancelled is queued again. What waits, runs
 * or is done stays as it is: gives how many were queued.
 */
export async function queueTasks(
  client: pg.Pool | pg.PoolClient,
  tasks: readonly TaskKey[],
): Promise<number> {
  const values = [
    tasks.map(() => v7()),
    tasks.map(({ kind }) => kind),
    tasks.map(({ subject }) => subject),
    tasks.map(({ part }) => part),
  ];
  return (await client.query(STATEMENT, values)).rowCount ?? 0;
}
