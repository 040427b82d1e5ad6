import { type EvaluationCosts, type EvaluationQuery, failureOf } from '@kshot/domain';
import {
  abandonShard,
  claimShard,
  failShard,
  finishEvaluation,
  finishShard,
  type Listener,
  progressShard,
  renewShard,
  type ShardHold,
  type Store,
  shardId,
  shardKey,
  whenAvailable,
} from '@kshot/store';
import type { FromChild, Task } from '../attempt/protocol.js';
import { type Attempt, spawnAttempt } from '../attempt/spawn-attempt.js';

const RENEW_EVERY = 3000; // milliseconds

/**
 * Takes a shard of an evaluation and works it off in a child process. Gives, when it has ended or was lost, the shards that
 * are to be done next because of it: of its evaluation, or its study, the reports.
 */
export async function shardJob(
  store: Store,
  listener: Listener,
  worker: string,
  id: string,
  onStart: (attempt: Attempt) => () => void,
): Promise<string[]> {
  const { pool } = store;
  const hold = await whenAvailable(() => claimShard(pool, shardKey(id), worker));
  if (!hold) return [];
  const next: string[] = [];
  const attempt = spawnAttempt(await whenAvailable(() => taskOf(store, hold)), async (message) => {
    next.push(...(await keep(store, hold, message, attempt)));
  });
  const forget = onStart(attempt);
  const renew = async (): Promise<void> => {
    if (!(await renewShard(pool, hold).catch(() => true))) attempt.kill();
  };
  const unhear = listener.on('cancel', hold.evaluationId, () => void renew());
  const timer = setInterval(renew, RENEW_EVERY);
  try {
    if (!(await attempt.ended)) await whenAvailable(() => abandonShard(pool, hold));
  } catch (error) {
    await whenAvailable(() => failShard(pool, hold, failureOf(error)));
  } finally {
    clearInterval(timer);
    unhear();
    forget();
  }
  return next;
}

async function taskOf({ prisma, blobs }: Store, { evaluationId, index }: ShardHold): Promise<Task> {
  const shard = await prisma.evaluationShard.findUniqueOrThrow({
    where: { evaluationId_index: { evaluationId, index } },
    include: { evaluation: true },
  });
  const { evaluation } = shard;
  const query = evaluation.query as unknown as EvaluationQuery;
  const counted = evaluation.countedUnits ?? evaluation.unitCount;
  if (shard.toUnit === 0) {
    const scored = await prisma.evaluationShard.findMany({
      where: { evaluationId, hash: { not: null }, fromUnit: { lt: counted } },
      orderBy: { index: 'asc' },
      select: { hash: true },
    });
    return {
      kind: 'report',
      blobDir: blobs.dir,
      shards: scored.map(({ hash }) => hash!),
      units: counted,
      protocol: query.protocol,
    };
  }
  const { candidate, protocol } = query;
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
    packHash: query.versionHash,
    query,
    parentHash: 'modelHash' in candidate ? candidate.modelHash : null,
    from: shard.fromUnit,
    to: shard.toUnit,
    ...(names ? { names: names.map(({ name }) => name) } : {}),
  };
}

/** Stores one word of the child; waits while the database is away. Gives the shards that make reports, when it is time. */
async function keep(store: Store, hold: ShardHold, message: FromChild, attempt: Attempt): Promise<string[]> {
  const { pool, prisma } = store;
  switch (message.kind) {
    case 'started':
      await whenAvailable(() => progressShard(pool, hold, { environment: message.environment }));
      return [];
    case 'scoring':
      if (!(await whenAvailable(() => progressShard(pool, hold, message)))) attempt.kill();
      return [];
    case 'scored': {
      return (await whenAvailable(() => finishShard(pool, hold, message))).map(shardId);
    }
    case 'reported': {
      const { evaluationId } = hold;
      const shards = await whenAvailable(() =>
        prisma.evaluationShard.findMany({
          where: { evaluationId },
          select: { costs: true, fromUnit: true, toUnit: true },
        }),
      );
      const weighted = shards.flatMap(({ costs, fromUnit, toUnit }) =>
        costs ? [{ costs: costs as unknown as EvaluationCosts, weight: toUnit - fromUnit }] : [],
      );
      await whenAvailable(() => finishEvaluation(pool, hold, { ...message, costs: joined(weighted) }));
      return [];
    }
    case 'failed':
      await whenAvailable(() => failShard(pool, hold, message.failure));
      return [];
    default:
      return [];
  }
}

/** Times are means over units, sizes the largest of any shard. */
function joined(shards: readonly { costs: EvaluationCosts; weight: number }[]): EvaluationCosts {
  const total = shards.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (name: 'trainSeconds' | 'predictMilliseconds') =>
    shards.reduce((sum, { costs, weight }) => sum + costs[name] * weight, 0) / total;
  const most = (name: keyof EvaluationCosts) => Math.max(...shards.map(({ costs }) => costs[name]));
  return {
    trainSeconds: mean('trainSeconds'),
    predictMilliseconds: mean('predictMilliseconds'),
    peakMemoryBytes: most('peakMemoryBytes'),
    storedBytes: most('storedBytes'),
    optionsByHand: most('optionsByHand'),
  };
}
