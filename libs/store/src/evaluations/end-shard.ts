import { type EvaluationCosts, type Failure, maximumAttempts } from '@kshot/domain';
import type pg from 'pg';
import { notify } from '../changes/notify.js';
import { inTransaction } from '../in-transaction.js';
import { type ShardHold, type ShardKey, shardId } from './claim-shard.js';
import { settleStudy } from './settle-study.js';

const held = `evaluation_id = $1 and index = $2 and attempt = $3 and status = 'RUNNING'`;

/** Runs statements in one transaction that has the evaluation's row to itself. */
const withEvaluation = <T>(
  pool: pg.Pool,
  evaluationId: string,
  run: (client: pg.PoolClient) => Promise<T>,
): Promise<T> =>
  inTransaction(pool, async (client) => {
    await client.query('select 1 from evaluation where id = $1 for update', [evaluationId]);
    const result = await run(client);
    await notify(client, { topic: 'evaluation', id: evaluationId });
    return result;
  });

/**
 * Ends a shard of units. When it was the last, the shard that makes the report is queued and given. In a study that may stop
 * early that is the study's to say: the reports of all candidates are queued together.
 */
export async function finishShard(
  pool: pg.Pool,
  hold: ShardHold,
  { hash, costs }: { readonly hash: string; readonly costs: EvaluationCosts },
): Promise<ShardKey[]> {
  const { evaluationId, index, attempt } = hold;
  const alone = await withEvaluation(pool, evaluationId, async (client) => {
    const { rowCount } = await client.query(
      `update evaluation_shard set status = 'DONE', lease_until = null, hash = $4, costs = $5 where ${held}`,
      [evaluationId, index, attempt, hash, JSON.stringify(costs)],
    );
    if (rowCount !== 1) return [];
    const { rows } = await client.query<{ index: number }>(
      `insert into evaluation_shard (evaluation_id, index, from_unit, to_unit)
       select $1::uuid, max(index) + 1, 0, 0 from evaluation_shard where evaluation_id = $1
         and not exists (select 1 from evaluation where id = $1 and query #> '{protocol,stopEarly}' is not null)
       having bool_and(status = 'DONE') returning index`,
      [evaluationId],
    );
    return rows.map((row) => ({ evaluationId, index: row.index }));
  });
  return alone.length > 0 ? alone : settleStudy(pool, evaluationId);
}

export interface Reported {
  readonly report: unknown;
  readonly costs: EvaluationCosts;
  /** Of all units' rows and probabilities: the same on every run of the same query on the same machine type. */
  readonly resultHash: string;
  readonly accuracy: number;
}

/** Ends an evaluation with its report; false, and nothing done, when the attempt is not the present one. */
export function finishEvaluation(pool: pg.Pool, hold: ShardHold, reported: Reported): Promise<boolean> {
  const { evaluationId, index, attempt } = hold;
  return withEvaluation(pool, evaluationId, async (client) => {
    const { rowCount } = await client.query(
      `update evaluation_shard set status = 'DONE', lease_until = null where ${held}`,
      [evaluationId, index, attempt],
    );
    if (rowCount !== 1) return false;
    await client.query(
      `update evaluation set status = 'DONE', ended_at = now(), report = $2, costs = $3, result_hash = $4, accuracy = $5,
         features = null where id = $1`,
      [
        evaluationId,
        JSON.stringify(reported.report),
        JSON.stringify(reported.costs),
        reported.resultHash,
        reported.accuracy,
      ],
    );
    return true;
  });
}

/** Fails the whole evaluation by one of its shards. */
export function failShard(pool: pg.Pool, hold: ShardHold, failure: Failure): Promise<boolean> {
  const { evaluationId, index, attempt } = hold;
  return withEvaluation(pool, evaluationId, async (client) => {
    const { rowCount } = await client.query(
      `update evaluation_shard set status = 'FAILED', lease_until = null where ${held}`,
      [evaluationId, index, attempt],
    );
    if (rowCount === 1) await fail(client, evaluationId, failure);
    return rowCount === 1;
  });
}

async function fail(client: pg.Pool | pg.PoolClient, evaluationId: string, failure: Failure): Promise<void> {
  await client.query(
    `update evaluation set status = 'FAILED', ended_at = now(), failure_code = $2, failure_message = $3
     where id = $1 and status in ('QUEUED', 'RUNNING')`,
    [evaluationId, failure.code, failure.message],
  );
  await client.query(
    `update evaluation_shard set status = 'CANCELLED', lease_until = null
     where evaluation_id = $1 and status in ('QUEUED', 'RUNNING')`,
    [evaluationId],
  );
}

/** Cancels an evaluation: its workers lose their shards. False when it has ended. */
export function cancelEvaluationRow(pool: pg.Pool, evaluationId: string): Promise<boolean> {
  return withEvaluation(pool, evaluationId, async (client) => {
    const { rowCount } = await client.query(
      `update evaluation set status = 'CANCELLED', ended_at = now(), features = null
       where id = $1 and status in ('QUEUED', 'RUNNING')`,
      [evaluationId],
    );
    if (rowCount !== 1) return false;
    await client.query(
      `update evaluation_shard set status = 'CANCELLED', lease_until = null
       where evaluation_id = $1 and status in ('QUEUED', 'RUNNING')`,
      [evaluationId],
    );
    await notify(client, { topic: 'cancel', id: evaluationId });
    return true;
  });
}

/** Queues a failed or cancelled evaluation again; shards that are done stay done. Gives the jobs to send. */
export function requeueEvaluation(pool: pg.Pool, evaluationId: string): Promise<string[] | undefined> {
  return withEvaluation(pool, evaluationId, async (client) => {
    const { rowCount } = await client.query(
      `update evaluation set status = 'QUEUED', ended_at = null, failure_code = null, failure_message = null
       where id = $1 and status in ('FAILED', 'CANCELLED')`,
      [evaluationId],
    );
    if (rowCount !== 1) return undefined;
    const { rows } = await client.query<{ index: number }>(
      `update evaluation_shard set status = 'QUEUED', lease_until = null, attempt = 0, sent_at = now()
       where evaluation_id = $1 and status <> 'DONE'
         and from_unit < coalesce((select counted_units from evaluation where id = $1), to_unit + 1) returning index`,
      [evaluationId],
    );
    return rows.map(({ index }) => shardId({ evaluationId, index }));
  });
}

/** Shards whose worker was lost, queued again, and those that nobody took for a minute. Too many losses fail the evaluation. */
export async function reclaimShards(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{
    evaluation_id: string;
    index: number;
    status: string;
    attempt: number;
  }>(
    `update evaluation_shard set lease_until = null, sent_at = now(),
       status = case when attempt >= $1 then 'FAILED' else 'QUEUED' end::"RunStatus"
     where (status = 'RUNNING' and lease_until < now())
       or (status = 'QUEUED' and sent_at < now() - interval '60 seconds')
     returning evaluation_id, index, status, attempt`,
    [maximumAttempts],
  );
  for (const row of rows.filter(({ status }) => status === 'FAILED')) {
    const message = `The worker was lost ${row.attempt} times. Look at its log, then retry the evaluation.`;
    await fail(pool, row.evaluation_id, { code: 'WORKER_LOST', message });
  }
  for (const { evaluation_id: id } of rows) await notify(pool, { topic: 'evaluation', id });
  return rows
    .filter(({ status }) => status === 'QUEUED')
    .map(({ evaluation_id: evaluationId, index }) => shardId({ evaluationId, index }));
}
