import { DomainError } from '@kshot/domain';
import {
  beginShard,
  exampleNames,
  failEvaluation,
  findRows,
  getRow,
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

async function taskOf(store: Store, { subject, part }: HeldTask): Promise<Task> {
  const { query, versionId } = await getRow(store, 'evaluation', subject);
  const [shard] = await findRows(store, 'evaluationShard', { evaluationId: subject, index: part });
  if (!shard) throw new DomainError('NOT_FOUND', 'The evaluation was deleted. Start another one.');
  const { candidate, protocol, versionHash } = query;
  const byName =
    protocol.kind === 'CROSS_VALIDATION' && protocol.grouping && !('column' in protocol.grouping);
  const names = byName ? (await exampleNames(store.pool, versionId)).names : undefined;
  return {
    kind: 'score',
    blobDir: store.blobs.dir,
    packHash: versionHash,
    query,
    parentHash: 'modelHash' in candidate ? candidate.modelHash : null,
    from: shard.fromUnit,
    to: shard.toUnit,
    ...(names ? { names } : {}),
  };
}
