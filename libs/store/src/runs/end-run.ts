import { type EpisodeReport, type Failure, maximumAttempts, type TestReport } from '@kshot/domain';
import type pg from 'pg';
import { notify } from '../changes/notify.js';
import { insertModel, type NewModel } from '../models/insert-model.js';

export type RunEnd =
  | {
      readonly status: 'DONE';
      readonly report: TestReport | null;
      readonly episodeReport: EpisodeReport | null;
      /** The blob of the map of its test. */
      readonly mapHash: string | null;
      readonly models: readonly NewModel[];
    }
  | { readonly status: 'CANCELLED' }
  | { readonly status: 'FAILED'; readonly failure: Failure };

/** Ends a run with all that it gave, in one transaction; false, and nothing done, when the attempt is not the present one. */
export async function endRun(pool: pg.Pool, runId: string, attempt: number, end: RunEnd): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const failure = end.status === 'FAILED' ? end.failure : undefined;
    const { report = null, episodeReport = null, mapHash = null } = end.status === 'DONE' ? end : {};
    const { rowCount } = await client.query(
      `update run set status = $3::"RunStatus", ended_at = now(), lease_until = null, report = $4, failure_code = $5, failure_message = $6,
         episode_report = $7, map_hash = $8
       where id = $1 and attempt = $2 and status = 'RUNNING'`,
      [
        runId,
        attempt,
        end.status,
        report && JSON.stringify(report),
        failure?.code ?? null,
        failure?.message ?? null,
        episodeReport && JSON.stringify(episodeReport),
        mapHash,
      ],
    );
    if (rowCount === 1) {
      await closeAttempt(client, runId, attempt, end.status, failure);
      if (end.status === 'DONE')
        for (const model of end.models) await insertModel(client, { ...model, runId });
      if (end.status === 'DONE') await client.query('delete from checkpoint where run_id = $1', [runId]);
      await notify(client, { topic: 'run', id: runId });
      await notify(client, { topic: 'metrics', id: runId });
    }
    await client.query('commit');
    return rowCount === 1;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** Runs whose worker was lost: queued again, or failed when that happened too often. Gives the ids that are queued again. */
export async function reclaimLostRuns(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string; status: string; attempt: number }>(
    `update run set lease_until = null,
       status = case when cancel_requested then 'CANCELLED' when attempt >= $1 then 'FAILED' else 'QUEUED' end::"RunStatus",
       ended_at = case when cancel_requested or attempt >= $1 then now() end,
       failure_code = case when attempt >= $1 and not cancel_requested then 'WORKER_LOST' end,
       failure_message = case when attempt >= $1 and not cancel_requested then 'The worker was lost ' || attempt || ' times. Look at its log, then retry the run.' end
     where status = 'RUNNING' and lease_until < now() returning id, status, attempt`,
    [maximumAttempts],
  );
  for (const { id, attempt } of rows) {
    await closeAttempt(pool, id, attempt, 'LOST', {
      code: 'WORKER_LOST',
      message: 'The worker stopped answering.',
    });
    await notify(pool, { topic: 'run', id });
  }
  return rows.filter((row) => row.status === 'QUEUED').map((row) => row.id);
}

async function closeAttempt(
  client: pg.Pool | pg.PoolClient,
  runId: string,
  attempt: number,
  outcome: string,
  failure?: Failure,
): Promise<void> {
  await client.query(
    'update attempt set ended_at = now(), outcome = $3, failure_code = $4, failure_message = $5 where run_id = $1 and number = $2',
    [runId, attempt, outcome, failure?.code ?? null, failure?.message ?? null],
  );
}
