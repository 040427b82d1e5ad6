import type { LabelCheckProgress } from '@kshot/domain';
import type pg from 'pg';
import { notify } from '../changes/notify.js';
import { LEASE_SECONDS } from '../runs/claim-run.js';

/** Takes a queued check for a worker: the attempt's number, or undefined when somebody else has it or it has ended. */
export async function claimCheck(pool: pg.Pool, id: string): Promise<number | undefined> {
  const { rows } = await pool.query<{ attempt: number }>(
    `update label_check set status = 'RUNNING', attempt = attempt + 1, progress = null,
       started_at = coalesce(started_at, now()), lease_until = now() + make_interval(secs => $2)
     where id = $1 and status = 'QUEUED' returning attempt`,
    [id, LEASE_SECONDS],
  );
  if (rows[0]) await notify(pool, { topic: 'check', id });
  return rows[0]?.attempt;
}

/** Renews the lease, with progress where there is news; false when the attempt is no longer the present one. */
export async function renewCheck(
  pool: pg.Pool,
  id: string,
  attempt: number,
  progress?: LabelCheckProgress,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update label_check set lease_until = now() + make_interval(secs => $3), progress = coalesce($4::jsonb, progress)
     where id = $1 and attempt = $2 and status = 'RUNNING'`,
    [id, attempt, LEASE_SECONDS, progress ? JSON.stringify(progress) : null],
  );
  if (progress) await notify(pool, { topic: 'check', id });
  return rowCount === 1;
}

/** Gives up the lease of an attempt whose process is gone, so that the next sweep takes the check back at once. */
export async function abandonCheck(pool: pg.Pool, id: string, attempt: number): Promise<void> {
  await pool.query(
    `update label_check set lease_until = now() - interval '1 second' where id = $1 and attempt = $2 and status = 'RUNNING'`,
    [id, attempt],
  );
}
