import type { Environment } from '@kshot/domain';
import type pg from 'pg';
import type { HeldTask } from '../tasks/task.js';

/** The attempt, where it is the present one; locked after the evaluation, as everywhere. */
const HELD = `held as (
  select 1 from task where id = $1 and attempt = $2 and status = 'RUNNING' and (select count(*) from own) >= 0 for share)`;

/** Marks the evaluation as running and forgets what an earlier attempt at the shard scored; false when the attempt is not the present one. */
export async function beginShard(pool: pg.Pool, { id, attempt, subject, part }: HeldTask): Promise<boolean> {
  const { rows } = await pool.query(
    `with own as (select id from evaluation where id = $3 for no key update), ${HELD},
     emptied as (
       update evaluation_shard set scores = '{}' where evaluation_id = $3 and index = $4 and exists (select 1 from held))
     update evaluation set status = 'RUNNING', started_at = coalesce(started_at, now())
     where id = $3 and status in ('QUEUED', 'RUNNING') and exists (select 1 from held) returning id`,
    [id, attempt, subject, part],
  );
  return rows.length === 1;
}

/** Stores accuracies of the next units in order, or how many examples have features; false when the attempt is not the present one. */
export async function progressShard(
  pool: pg.Pool,
  { id, attempt, subject, part }: HeldTask,
  news: {
    readonly scores?: readonly number[];
    readonly features?: { readonly done: number; readonly total: number } | null;
    readonly environment?: Environment;
  },
): Promise<boolean> {
  const { rows } = await pool.query<{ held: boolean }>(
    `with own as (select id from evaluation where id = $3 and ($8 or $6::jsonb is not null) for no key update), ${HELD},
     scored as (
       update evaluation_shard set scores = scores || $5::float8[]
       where evaluation_id = $3 and index = $4 and exists (select 1 from held)),
     described as (
       update evaluation set environment = coalesce($6::jsonb, environment), features = case when $8 then $7::jsonb else features end
       where id = $3 and ($8 or $6::jsonb is not null) and exists (select 1 from held))
     select exists (select 1 from held) as held`,
    [
      id,
      attempt,
      subject,
      part,
      news.scores ?? [],
      news.environment ? JSON.stringify(news.environment) : null,
      news.features ? JSON.stringify(news.features) : null,
      news.features !== undefined,
    ],
  );
  return rows[0]?.held ?? false;
}
