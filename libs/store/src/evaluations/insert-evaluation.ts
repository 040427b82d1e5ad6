import type { EvaluationQuery } from '@kshot/domain';
import type { Transaction } from '../in-transaction.js';
import { insertRow } from '../rows/write-rows.js';
import { queueTasks } from '../tasks/queue-tasks.js';

export interface NewEvaluation {
  readonly name: string;
  readonly query: EvaluationQuery;
  /** What a list shows as the method. */
  readonly method: string;
  readonly versionId: string;
  readonly modelId: string | null;
  readonly studyId: string | null;
  /** That of what it is made of where it is left out. */
  readonly projectId?: string;
  readonly personId?: string | null;
  readonly position: number;
  readonly unitCount: number;
  /** Units of one shard: what one worker takes at a time, and what a lost one has to do again. */
  readonly shardUnits: number;
  /** Of a study that may stop early: the first shard; each one after it doubles what is there. */
  readonly firstShardUnits?: number;
}

/** Writes an evaluation with its shards and queues them; gives its id. */
export async function insertEvaluation(
  client: Transaction,
  { query, shardUnits, firstShardUnits, ...row }: NewEvaluation,
): Promise<string> {
  const id = await insertRow(client, 'evaluation', { ...row, query, protocol: query.protocol.kind });
  const bounds = [0];
  for (let from = 0; from < row.unitCount; ) {
    const size = firstShardUnits ? Math.min(shardUnits, Math.max(firstShardUnits, from)) : shardUnits;
    from = Math.min(row.unitCount, from + size);
    bounds.push(from);
  }
  const shards = bounds.slice(1).map((_, part) => part);
  await client.query(
    `insert into evaluation_shard (evaluation_id, index, from_unit, to_unit)
     select $1, s.index, s.from_unit, s.to_unit from unnest($2::int[], $3::int[], $4::int[]) as s(index, from_unit, to_unit)`,
    [id, shards, bounds.slice(0, -1), bounds.slice(1)],
  );
  await queueTasks(
    client,
    shards.map((part) => ({ kind: 'shard', subject: id, part })),
  );
  return id;
}
