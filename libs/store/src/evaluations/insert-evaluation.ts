import type { EvaluationQuery } from '@kshot/domain';
import { v7 } from 'uuid';
import type { Prisma } from '../generated/client.js';
import { shardId } from './claim-shard.js';

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
}

/** Writes an evaluation with its shards; gives its id and the jobs to send once the transaction is through. */
export async function insertEvaluation(
  tx: Prisma.TransactionClient,
  { query, shardUnits, ...row }: NewEvaluation,
): Promise<{ id: string; jobs: string[] }> {
  const id = v7();
  const count = Math.ceil(row.unitCount / shardUnits);
  await tx.evaluation.create({
    data: {
      id,
      ...row,
      protocol: query.protocol.kind,
      query: query as unknown as Prisma.InputJsonObject,
    },
  });
  const shards = Array.from({ length: count }, (_, index) => ({
    evaluationId: id,
    index,
    fromUnit: index * shardUnits,
    toUnit: Math.min(row.unitCount, (index + 1) * shardUnits),
  }));
  await tx.evaluationShard.createMany({ data: shards });
  return { id, jobs: shards.map(({ index }) => shardId({ evaluationId: id, index })) };
}
