import { type Environment, finiteValues, type RunProgress } from '@kshot/domain';
import type pg from 'pg';
import { notify } from '../changes/notify.js';

/** What a running attempt may say of its run; false when it is not the present one. */
export async function updateRun(
  pool: pg.Pool,
  runId: string,
  attempt: number,
  news: { progress?: RunProgress; summary?: Readonly<Record<string, number>>; environment?: Environment },
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update run set progress = coalesce($3::jsonb, progress), summary = summary || coalesce($4::jsonb, '{}'),
       environment = coalesce($5::jsonb, environment)
     where id = $1 and attempt = $2 and status = 'RUNNING'`,
    [
      runId,
      attempt,
      json(news.progress),
      json(news.summary && finiteValues(news.summary)),
      json(news.environment),
    ],
  );
  if (rowCount) await notify(pool, { topic: 'run', id: runId });
  return rowCount === 1;
}

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

/** Notes a state that the run can go on from and forgets older ones, whose bytes the collector removes. */
export async function saveCheckpoint(
  pool: pg.Pool,
  runId: string,
  attempt: number,
  step: number,
  hash: string,
): Promise<void> {
  const { rowCount } = await pool.query(
    `insert into checkpoint (run_id, step, attempt, hash)
     select id, $3, $2, $4 from run where id = $1 and attempt = $2 and status = 'RUNNING'
     on conflict (run_id, step) do update set hash = excluded.hash, attempt = excluded.attempt`,
    [runId, attempt, step, hash],
  );
  if (rowCount) await pool.query('delete from checkpoint where run_id = $1 and step < $2', [runId, step]);
}
