import type pg from 'pg';
import { type HeldTask, LEASE_SECONDS } from './task.js';

/** Renews the leases of a worker: of each task that it still holds, by id, whether a user asked it to stop. The others are lost. */
export async function renewTasks(
  pool: pg.Pool,
  held: readonly HeldTask[],
): Promise<ReadonlyMap<string, { readonly cancelRequested: boolean }>> {
  const { rows } = await pool.query<{ id: string; cancelRequested: boolean }>(
    `update task set lease_until = now() + make_interval(secs => $3)
     from unnest($1::uuid[], $2::int[]) as h(id, attempt)
     where task.id = h.id and task.attempt = h.attempt and status = 'RUNNING'
     returning task.id, cancel_requested as "cancelRequested"`,
    [held.map(({ id }) => id), held.map(({ attempt }) => attempt), LEASE_SECONDS],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
