import { type Advice, type AdviceProgress, type Failure, maximumAttempts } from '@kshot/domain';
import type pg from 'pg';
import { notify } from '../changes/notify.js';
import { LEASE_SECONDS } from '../runs/claim-run.js';

const held = `id = $1 and attempt = $2 and status = 'RUNNING'`;

/** Runs one statement on a recommendation and tells who watches it; whether a row was changed. */
async function changed(
  pool: pg.Pool,
  id: string,
  statement: string,
  values: readonly unknown[],
): Promise<boolean> {
  const { rowCount } = await pool.query(statement, [id, ...values]);
  if (rowCount === 1) await notify(pool, { topic: 'recommendation', id });
  return rowCount === 1;
}

/** Takes a queued recommendation: the number of the attempt, or undefined when somebody else has it. */
export async function claimRecommendation(pool: pg.Pool, id: string): Promise<number | undefined> {
  const { rows } = await pool.query<{ attempt: number }>(
    `update recommendation set status = 'RUNNING', attempt = attempt + 1, progress = null,
       lease_until = now() + make_interval(secs => $2)
     where id = $1 and status = 'QUEUED' returning attempt`,
    [id, LEASE_SECONDS],
  );
  if (rows[0]) await notify(pool, { topic: 'recommendation', id });
  return rows[0]?.attempt;
}

/** Renews the lease; false when the attempt is no longer the present one. */
export async function renewRecommendation(pool: pg.Pool, id: string, attempt: number): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update recommendation set lease_until = now() + make_interval(secs => $3) where ${held}`,
    [id, attempt, LEASE_SECONDS],
  );
  return rowCount === 1;
}

export const progressRecommendation = (pool: pg.Pool, id: string, attempt: number, news: AdviceProgress) =>
  changed(pool, id, `update recommendation set progress = $3 where ${held}`, [attempt, JSON.stringify(news)]);

export const finishRecommendation = (pool: pg.Pool, id: string, attempt: number, advice: Advice) =>
  changed(
    pool,
    id,
    `update recommendation set status = 'DONE', result = $3, progress = null, lease_until = null, ended_at = now()
     where ${held}`,
    [attempt, JSON.stringify(advice)],
  );

export const failRecommendation = (pool: pg.Pool, id: string, attempt: number, failure: Failure) =>
  changed(
    pool,
    id,
    `update recommendation set status = 'FAILED', failure_code = $3, failure_message = $4, progress = null,
       lease_until = null, ended_at = now() where ${held}`,
    [attempt, failure.code, failure.message],
  );

/** Gives up the lease of an attempt whose process is gone, so that the next sweep takes it back at once. */
export const abandonRecommendation = (pool: pg.Pool, id: string, attempt: number) =>
  changed(pool, id, `update recommendation set lease_until = now() - interval '1 second' where ${held}`, [
    attempt,
  ]);

/** Those whose worker was lost, and those that nobody took for a minute, queued again; after too many losses they fail. */
export async function reclaimRecommendations(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string; status: string }>(
    `update recommendation set lease_until = null, sent_at = now(),
       status = case when attempt >= $1 then 'FAILED' else 'QUEUED' end::"RunStatus",
       ended_at = case when attempt >= $1 then now() end,
       failure_code = case when attempt >= $1 then 'WORKER_LOST' end,
       failure_message = case when attempt >= $1 then
         'The worker was lost ' || attempt || ' times. Look at its log, then ask again.' end
     where (status = 'RUNNING' and lease_until < now())
       or (status = 'QUEUED' and sent_at < now() - interval '60 seconds')
     returning id, status`,
    [maximumAttempts],
  );
  for (const { id } of rows) await notify(pool, { topic: 'recommendation', id });
  return rows.filter(({ status }) => status === 'QUEUED').map(({ id }) => id);
}
