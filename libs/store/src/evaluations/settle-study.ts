import { type StopRule, studyDecision } from '@kshot/fewshot';
import type pg from 'pg';
import { notify } from '../changes/notify.js';
import { inTransaction } from '../in-transaction.js';
import type { ShardKey } from './claim-shard.js';

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
 * Then these count and no others, whatever else was scored meanwhile; what is left is not scored. It is settled too when all
 * is scored. Gives the shards that make the reports. Does nothing for other studies, and may be done again at any time.
 */
export async function settleStudy(pool: pg.Pool, evaluationId: string): Promise<ShardKey[]> {
  const { rows } = await pool.query<{ study_id: string; version_id: string; rule: StopRule }>(
    `select study_id, version_id, query #> '{protocol,stopEarly}' as rule from evaluation
     where id = $1 and study_id is not null and query #> '{protocol,stopEarly}' is not null`,
    [evaluationId],
  );
  if (!rows[0]) return [];
  const { study_id: studyId, version_id: versionId, rule } = rows[0];
  return inTransaction(pool, async (client) => {
    await client.query('select 1 from study where id = $1 for update', [studyId]);
    const candidates = await candidatesOf(client, studyId, versionId);
    const counted = countedUnits(candidates, rule);
    if (counted === undefined) return [];
    const ids = candidates.map(({ id }) => id);
    await client.query('update evaluation set counted_units = $2 where id = any($1)', [ids, counted]);
    await client.query(
      `update evaluation_shard set status = 'CANCELLED', lease_until = null
       where evaluation_id = any($1) and from_unit >= $2 and status in ('QUEUED', 'RUNNING')`,
      [ids, counted],
    );
    const { rows: reports } = await client.query<{ evaluation_id: string; index: number }>(
      `insert into evaluation_shard (evaluation_id, index, from_unit, to_unit)
       select s.evaluation_id, max(s.index) + 1, 0, 0 from evaluation_shard s join evaluation e on e.id = s.evaluation_id
       where e.id = any($1) and e.status in ('QUEUED', 'RUNNING') group by s.evaluation_id
       having bool_and(s.status = 'DONE' or s.from_unit >= $2) and bool_and(s.to_unit > 0)
       returning evaluation_id, index`,
      [ids, counted],
    );
    for (const id of ids) {
      await notify(client, { topic: 'evaluation', id });
      await notify(client, { topic: 'cancel', id });
    }
    return reports.map(({ evaluation_id, index }) => ({ evaluationId: evaluation_id, index }));
  });
}

async function candidatesOf(client: pg.PoolClient, studyId: string, versionId: string): Promise<Candidate[]> {
  const { rows } = await client.query<Candidate>(
    `select id, status, unit_count, counted_units, array(
       select unnest(s.scores) from evaluation_shard s
       where s.evaluation_id = e.id and s.to_unit > 0 and not exists (
         select 1 from evaluation_shard b where b.evaluation_id = e.id and b.to_unit > 0 and b.index <= s.index and b.status <> 'DONE')
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
         select 1 from evaluation o join evaluation_shard s on s.evaluation_id = o.id
         where o.study_id = e.study_id and o.version_id = e.version_id and s.status in ('QUEUED', 'RUNNING'))`,
  );
  return rows.map(({ id }) => id);
}
