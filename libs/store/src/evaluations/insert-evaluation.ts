import type { EvaluationQuery } from '@kshot/domain';
import { v7 } from 'uuid';
import type { Prisma } from '../generated/client.js';
import { queueTasks } from '../tasks/queue-tasks.js';

export interface NewEvaluation {
  readonly name: string;
  readonly query: EvaluationQuery;
  /** What a list shows as the method. */
  readonly method: string;
  readonly versionId: string;
  readonly modelId: string | null;
  readonly studyId: string | null;
  readonly position: number;
  readonly unitCount: number;
  /** Units of one shard: what one worker takes at a time, and what a lost one has to do again. */
  readonly shardUnits: number;
  /** Of a study that may stop early: the first shard; each one after it doubles what is there. */
  readonly firstShardUnits?: number;
}

/** Writes an evaluation with its shards and queues them; gives its id. */
export async function insertEvaluation(
  tx: Prisma.TransactionClient,
  { query, shardUnits, firstShardUnits, ...row }: NewEvaluation,
): Promise<string> {
  const id = v7();
  await tx.evaluation.create({
    data: {
      id,
      ...row,
      protocol: query.protocol.kind,
      query: query as unknown as Prisma.InputJsonObject,
    },
  });
  const shards: { evaluationId: string; index: number; fromUnit: number; toUnit: number }[] = [];
  for (let fromUnit = 0; fromUnit < row.unitCount; ) {
    const size = firstShardUnits ? Math.min(shardUnits, Math.max(firstShardUnits, fromUnit)) : shardUnits;
    const toUnit = Math.min(row.unitCount, fromUnit + size);
    shards.push({ evaluationId: id, index: shards.length, fromUnit, toUnit });
    fromUnit = toUnit;
  }
  await tx.evaluationShard.createMany({ data: shards });
  await queueTasks(
    tx,
    shards.map(({ index }) => ({ kind: 'shard', subject: id, part: index })),
  );
  return id;
}
