import { advisorBudget, failureOf } from '@kshot/domain';
import {
  abandonRecommendation,
  claimRecommendation,
  failRecommendation,
  finishRecommendation,
  progressRecommendation,
  renewRecommendation,
  type Store,
  whenAvailable,
} from '@kshot/store';
import type { AdviseTask, FromChild } from '../attempt/protocol.js';
import { type Attempt, spawnAttempt } from '../attempt/spawn-attempt.js';

const RENEW_EVERY = 3000; // milliseconds
/** Backbones that are tried at most, the newest first: each costs its features of all examples. */
const MOST_MODELS = 4;

/** Takes a recommendation and works it out in a child process. Returns when it has ended or was lost. */
export async function adviceJob(
  store: Store,
  id: string,
  onStart: (attempt: Attempt) => () => void,
): Promise<void> {
  const { pool } = store;
  const number = await whenAvailable(() => claimRecommendation(pool, id));
  if (number === undefined) return;
  const attempt = spawnAttempt(await whenAvailable(() => taskOf(store, id)), async (message) => {
    if (!(await whenAvailable(() => keep(store, id, number, message)))) attempt.kill();
  });
  const forget = onStart(attempt);
  const renew = async (): Promise<void> => {
    if (!(await renewRecommendation(pool, id, number).catch(() => true))) attempt.kill();
  };
  const timer = setInterval(renew, RENEW_EVERY);
  try {
    if (!(await attempt.ended)) await whenAvailable(() => abandonRecommendation(pool, id, number));
  } catch (error) {
    await whenAvailable(() => failRecommendation(pool, id, number, failureOf(error)));
  } finally {
    clearInterval(timer);
    forget();
  }
}

async function taskOf({ prisma, blobs }: Store, id: string): Promise<AdviseTask> {
  const { version, splitName, budget } = await prisma.recommendation.findUniqueOrThrow({
    where: { id },
    include: { version: true },
  });
  const models = await prisma.model.findMany({
    where: {
      modality: version.modality!,
      // A model that was trained on this version has seen what it would be scored on.
      OR: [{ versionId: null }, { versionId: { not: version.id } }],
    },
    orderBy: { createdAt: 'desc' },
    distinct: ['hash'],
    select: { id: true, name: true, hash: true },
    take: MOST_MODELS,
  });
  return {
    kind: 'advise',
    blobDir: blobs.dir,
    packHash: version.hash!,
    split: splitName,
    uploadHash: version.uploadHash,
    budget: advisorBudget.parse(budget),
    models,
  };
}

/** Stores one word of the child; false when the attempt is no longer the present one. */
async function keep({ pool }: Store, id: string, number: number, message: FromChild): Promise<boolean> {
  switch (message.kind) {
    case 'advising':
      return progressRecommendation(pool, id, number, message.progress);
    case 'advised':
      return finishRecommendation(pool, id, number, message.advice);
    case 'failed':
      return failRecommendation(pool, id, number, message.failure);
    default:
      return true;
  }
}
