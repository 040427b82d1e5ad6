import type pg from 'pg';
import { v7 } from 'uuid';
import type { TaskKey } from './task.js';

export interface NewTask extends TaskKey {
  /** Expected to take seconds. */
  readonly quick?: boolean;
}

const STATEMENT = `insert into task (id, kind, subject, part, quick)
  select t.id, t.kind, t.subject, t.part, t.quick
  from unnest($1::uuid[], $2::text[], $3::uuid[], $4::int[], $5::boolean[]) as t(id, kind, subject, part, quick)
  on conflict (subject, kind, part) do update set status = 'QUEUED', queued_at = now(), losses = 0, cancel_requested = false,
    progress = null, failure_code = null, failure_message = null, lease_until = null, ended_at = null
  where task.status in ('FAILED', 'CANCELLED')`;

/**
 * Queues work, in the transaction that makes its subject; work that failed or was cancelled is queued again. What waits, runs
 * or is done stays as it is: gives how many were queued.
 */
export async function queueTasks(
  client: pg.Pool | pg.PoolClient,
  tasks: readonly NewTask[],
): Promise<number> {
  const values = [
    tasks.map(() => v7()),
    tasks.map(({ kind }) => kind),
    tasks.map(({ subject }) => subject),
    tasks.map(({ part }) => part),
    tasks.map(({ quick = false }) => quick),
  ];
  return (await client.query(STATEMENT, values)).rowCount ?? 0;
}
