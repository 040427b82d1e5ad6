import type { EvaluationCosts, Failure } from '@kshot/domain';
import type pg from 'pg';
import { cancelTasks } from '../tasks/cancel-tasks.js';
import { queueTasks } from '../tasks/queue-tasks.js';
import type { TaskKey } from '../tasks/task.js';

/** Everything that changes an evaluation's state locks its row first, and its tasks after that. */
export const lockEvaluation = (client: pg.PoolClient, evaluationId: string) =>
  client.query('select 1 from evaluation where id = $1 for update', [evaluationId]);

/**
 * Stores what a shard gave. After the last shard the report is queued; in a study that may stop early that is `settleStudy`'s
 * decision, for all candidates together.
 */
export async function settleShard(
  client: pg.PoolClient,
  { subject, part }: TaskKey,
  { hash, costs }: { readonly hash: string; readonly costs: EvaluationCosts },
): Promise<void> {
  await client.query(
    'update evaluation_shard set hash = $3, costs = $4 where evaluation_id = $1 and index = $2',
    [subject, part, hash, JSON.stringify(costs)],
  );
  const { rows } = await client.query<{ complete: boolean }>(
    `select not exists (select 1 from task where subject = $1 and kind = 'shard' and status <> 'DONE')
       and exists (select 1 from evaluation where id = $1 and query #> '{protocol,stopEarly}' is null) as complete`,
    [subject],
  );
  if (rows[0]?.complete) await queueTasks(client, [reportOf(subject)]);
}

export const reportOf = (evaluationId: string): TaskKey => ({
  kind: 'report',
  subject: evaluationId,
  part: 0,
});

export interface Reported {
  readonly report: unknown;
  readonly costs: EvaluationCosts;
  /** Of all units' rows and probabilities: the same on every run of the same query on the same machine type. */
  readonly resultHash: string;
  readonly accuracy: number;
}

/** Ends an evaluation with its report. */
export async function settleReport(
  client: pg.PoolClient,
  evaluationId: string,
  { report, costs, resultHash, accuracy }: Reported,
): Promise<void> {
  await client.query(
    `update evaluation set status = 'DONE', ended_at = now(), report = $2, costs = $3, result_hash = $4, accuracy = $5,
       features = null where id = $1`,
    [evaluationId, JSON.stringify(report), JSON.stringify(costs), resultHash, accuracy],
  );
}

/** A failed shard or report fails the whole evaluation; what is left of it is not scored. */
export async function failEvaluation(
  client: pg.PoolClient,
  evaluationId: string,
  { code, message }: Failure,
): Promise<void> {
  await client.query(
    `update evaluation set status = 'FAILED', ended_at = now(), failure_code = $2, failure_message = $3
     where id = $1 and status in ('QUEUED', 'RUNNING')`,
    [evaluationId, code, message],
  );
  await cancelTasks(client, evaluationId);
}
