import type { Environment } from '@kshot/domain';
import type pg from 'pg';
import { notify } from '../changes/notify.js';
import { LEASE_SECONDS } from '../runs/claim-run.js';

/** A shard of an evaluation, as a job names it. */
export interface ShardKey {
  readonly evaluationId: string;
  readonly index: number;
}
export const shardId = ({ evaluationId, index }: ShardKey): string => `${evaluationId}/${index}`;
export function shardKey(id: string): ShardKey {
  const [evaluationId, index] = id.split('/') as [string, string];
  return { evaluationId, index: Number(index) };
}

/** The right of one attempt at a shard. */
export interface ShardHold extends ShardKey {
  readonly attempt: number;
}

/** Takes a queued shard for a worker; undefined when somebody else has it or its evaluation has ended. */
export async function claimShard(
  pool: pg.Pool,
  { evaluationId, index }: ShardKey,
  worker: string,
): Promise<ShardHold | undefined> {
  const { rows } = await pool.query<{ attempt: number }>(
    `with open as (
       select 1 from evaluation where id = $1 and status in ('QUEUED', 'RUNNING') for update),
     claimed as (
       update evaluation_shard set status = 'RUNNING', attempt = attempt + 1, worker = $3, scores = '{}',
         lease_until = now() + make_interval(secs => $4)
       where evaluation_id = $1 and index = $2 and status = 'QUEUED'
         and exists (select 1 from open)
       returning attempt),
     begun as (
       update evaluation set status = 'RUNNING', started_at = coalesce(started_at, now())
       where id = $1 and exists (select 1 from claimed))
     select attempt from claimed`,
    [evaluationId, index, worker, LEASE_SECONDS],
  );
  if (!rows[0]) return undefined;
  await notify(pool, { topic: 'evaluation', id: evaluationId });
  return { evaluationId, index, attempt: rows[0].attempt };
}

/** Renews the lease; false when the attempt is no longer the present one, or the evaluation was cancelled. */
export async function renewShard(
  pool: pg.Pool,
  { evaluationId, index, attempt }: ShardHold,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update evaluation_shard set lease_until = now() + make_interval(secs => $4)
     where evaluation_id = $1 and index = $2 and attempt = $3 and status = 'RUNNING'`,
    [evaluationId, index, attempt, LEASE_SECONDS],
  );
  return rowCount === 1;
}

/** Gives up the lease of an attempt whose process is gone, so that the next sweep takes the shard back at once. */
export async function abandonShard(
  pool: pg.Pool,
  { evaluationId, index, attempt }: ShardHold,
): Promise<void> {
  await pool.query(
    `update evaluation_shard set lease_until = now() - interval '1 second'
     where evaluation_id = $1 and index = $2 and attempt = $3 and status = 'RUNNING'`,
    [evaluationId, index, attempt],
  );
}

/** What a running attempt may say: accuracies of the next units in order, or how many examples have features. */
export async function progressShard(
  pool: pg.Pool,
  { evaluationId, index, attempt }: ShardHold,
  news: {
    scores?: readonly number[];
    features?: { readonly done: number; readonly total: number } | null;
    environment?: Environment;
  },
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update evaluation_shard set scores = scores || $4::float8[]
     where evaluation_id = $1 and index = $2 and attempt = $3 and status = 'RUNNING'`,
    [evaluationId, index, attempt, news.scores ?? []],
  );
  if (rowCount !== 1) return false;
  if (news.features !== undefined || news.environment)
    await pool.query(
      `update evaluation set environment = coalesce($2::jsonb, environment),
         features = case when $4 then $3::jsonb else features end where id = $1`,
      [
        evaluationId,
        news.environment ? JSON.stringify(news.environment) : null,
        news.features ? JSON.stringify(news.features) : null,
        news.features !== undefined,
      ],
    );
  await notify(pool, { topic: 'evaluation', id: evaluationId });
  return true;
}
