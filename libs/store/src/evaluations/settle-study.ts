import { type StopRule, studyDecision } from '@kshot/fewshot';
import type pg from 'pg';
import { inTransaction } from '../in-transaction.js';
import { queueTasks } from '../tasks/queue-tasks.js';
import { reportOf } from './settle-shard.js';

interface Candidate {
  readonly id: string;
  readonly status: string;
  readonly unit_count: number;
  readonly counted_units: number | null;
  /** Accuracies of the first units that are done, without a gap. */
  readonly scores: readonly number[];
}

/**
 * Looks whether a study that may stop early is decided by the episodes that all candidates on one version have finished.
 * Then these count and no others, whatever else was scored meanwhile; what is left is not scored, and the reports are queued.
 * It is settled too when everything is scored. Does nothing for other studies, and may be called again at any time.
 */
export async function settleStudy(pool: pg.Pool, evaluationId: string): Promise<void> {
  const { rows } = await pool.query<{ study_id: string; version_id: string; rule: StopRule }>(
    `select study_id, version_id, query #> '{protocol,stopEarly}' as rule from evaluation
     where id = $1 and study_id is not null and query #> '{protocol,stopEarly}' is not null`,
    [evaluationId],
  );
  if (!rows[0]) return;
  const { study_id: studyId, version_id: versionId, rule } = rows[0];
  await inTransaction(pool, async (client) => {
    await client.query('select 1 from study where id = $1 for update', [studyId]);
    const candidates = await candidatesOf(client, studyId, versionId);
    const counted = countedUnits(candidates, rule);
    if (counted === undefined) return;
    const ids = candidates.map(({ id }) => id);
    await client.query('update evaluation set counted_units = $2 where id = any($1)', [ids, counted]);
    await client.query(
      `update task set status = 'CANCELLED', cancel_requested = true, lease_until = null, ended_at = now()
       from evaluation_shard s
       where task.kind = 'shard' and task.subject = s.evaluation_id and task.part = s.index
         and s.evaluation_id = any($1) and s.from_unit >= $2 and task.status in ('QUEUED', 'RUNNING')`,
      [ids, counted],
    );
    const { rows: complete } = await client.query<{ id: string }>(
      `select e.id from evaluation e where e.id = any($1) and e.status in ('QUEUED', 'RUNNING') and not exists (
         select 1 from evaluation_shard s join task t on t.kind = 'shard' and t.subject = s.evaluation_id and t.part = s.index
         where s.evaluation_id = e.id and s.from_unit < $2 and t.status <> 'DONE')`,
      [ids, counted],
    );
    await queueTasks(
      client,
      complete.map(({ id }) => reportOf(id)),
    );
  });
}

async function candidatesOf(client: pg.PoolClient, studyId: string, versionId: string): Promise<Candidate[]> {
  const { rows } = await client.query<Candidate>(
    `select id, status, unit_count, counted_units, array(
       select unnest(s.scores) from evaluation_shard s
       where s.evaluation_id = e.id and not exists (
         select 1 from task b where b.kind = 'shard' and b.subject = e.id and b.part <= s.index and b.status <> 'DONE')
       order by s.index) as scores
     from evaluation e where study_id = $1 and version_id = $2 order by id for update`,
    [studyId, versionId],
  );
  return rows;
}

/** How many units count, once that is known. Candidates that failed or were cancelled have no say. */
function countedUnits(candidates: readonly Candidate[], rule: StopRule): number | undefined {
  const known = candidates.find(({ counted_units: counted }) => counted !== null)?.counted_units;
  if (known) return known;
  const live = candidates.filter(({ status }) => status !== 'FAILED' && status !== 'CANCELLED');
  if (live.length === 0) return undefined;
  const all = live[0]?.unit_count;
  if (live.length > 1) {
    const { decided, after } = studyDecision(
      live.map(({ id, scores }) => ({ name: id, values: scores })),
      rule,
    );
    if (decided) return after;
  }
  return live.every(({ scores, unit_count: count }) => scores.length === count) ? all : undefined;
}

/** Studies that may stop early, have nothing left to score, and were not settled because a worker was lost or a candidate failed: an evaluation of each. */
export async function unsettledStudies(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select distinct on (study_id, version_id) id from evaluation e
     where status in ('QUEUED', 'RUNNING') and study_id is not null and query #> '{protocol,stopEarly}' is not null
       and not exists (
         select 1 from evaluation o join task t on t.subject = o.id
         where o.study_id = e.study_id and o.version_id = e.version_id and t.status in ('QUEUED', 'RUNNING'))`,
  );
  return rows.map(({ id }) => id);
}
