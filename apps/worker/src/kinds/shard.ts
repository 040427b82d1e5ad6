import { DomainError, type EvaluationQuery } from '@kshot/domain';
import {
  beginShard,
  failEvaluation,
  type HeldTask,
  lockEvaluation,
  progressShard,
  type Store,
  settleShard,
  settleStudy,
  unsettledStudies,
} from '@kshot/store';
import type { Task } from '../attempt/protocol.js';
import { type Kind, stored } from './kind.js';

/** Scores some units of an evaluation. */
export const shard: Kind = {
  name: 'shard',
  async load(store, held) {
    if (!(await beginShard(store.pool, held)))
      throw new DomainError('CONFLICT', 'The evaluation has ended. Retry it to score what is left.');
    return taskOf(store, held);
  },
  async keep({ pool }, held, message) {
    switch (message.kind) {
      case 'started':
        return stored(await progressShard(pool, held, { environment: message.environment }));
      case 'scoring':
        return stored(await progressShard(pool, held, message));
      case 'scored':
        return { settle: (client) => settleShard(client, held, message) };
      default:
        return 'STORED';
    }
  },
  lock: lockEvaluation,
  fail: failEvaluation,
  afterwards: ({ pool }, evaluationId) => settleStudy(pool, evaluationId),
  async sweep({ pool }) {
    for (const evaluationId of await unsettledStudies(pool)) await settleStudy(pool, evaluationId);
  },
};

async function taskOf({ prisma, blobs }: Store, { subject, part }: HeldTask): Promise<Task> {
  const { evaluation, fromUnit, toUnit } = await prisma.evaluationShard.findUniqueOrThrow({
    where: { evaluationId_index: { evaluationId: subject, index: part } },
    include: { evaluation: true },
  });
  const query = evaluation.query as unknown as EvaluationQuery;
  const { candidate, protocol, versionHash } = query;
  const byName =
    protocol.kind === 'CROSS_VALIDATION' && protocol.grouping && !('column' in protocol.grouping);
  const names = byName
    ? await prisma.example.findMany({
        where: { versionId: evaluation.versionId },
        orderBy: { index: 'asc' },
        select: { name: true },
      })
    : undefined;
  return {
    kind: 'score',
    blobDir: blobs.dir,
    packHash: versionHash,
    query,
    parentHash: 'modelHash' in candidate ? candidate.modelHash : null,
    from: fromUnit,
    to: toUnit,
    ...(names ? { names: names.map(({ name }) => name) } : {}),
  };
}
