import { failureOf, type LabelCheckProgress, type LabelCheckQuery } from '@kshot/domain';
import {
  abandonCheck,
  claimCheck,
  failCheck,
  finishCheck,
  type Listener,
  renewCheck,
  type Store,
  whenAvailable,
} from '@kshot/store';
import type { FromChild } from '../attempt/protocol.js';
import { type Attempt, spawnAttempt } from '../attempt/spawn-attempt.js';

const RENEW_EVERY = 2000; // milliseconds

/** Takes a check of labels and works it off in a child process. Returns when it has ended or was lost. */
export async function checkJob(
  store: Store,
  listener: Listener,
  id: string,
  onStart: (attempt: Attempt) => () => void,
): Promise<void> {
  const { pool, prisma, blobs } = store;
  const number = await whenAvailable(() => claimCheck(pool, id));
  if (number === undefined) return;
  const row = await whenAvailable(() => prisma.labelCheck.findUniqueOrThrow({ where: { id } }));
  let progress: LabelCheckProgress | undefined;
  const keep = async (message: FromChild): Promise<void> => {
    if (message.kind === 'checking') progress = message.progress;
    if (message.kind === 'checked') await whenAvailable(() => finishCheck(pool, id, number, message));
    if (message.kind === 'failed') await whenAvailable(() => failCheck(pool, id, number, message.failure));
  };
  const query = row.query as unknown as LabelCheckQuery;
  const attempt = spawnAttempt({ kind: 'check', blobDir: blobs.dir, query }, keep);
  const forget = onStart(attempt);
  const renew = async (): Promise<void> => {
    if (!(await renewCheck(pool, id, number, progress).catch(() => true))) attempt.kill();
  };
  const unhear = listener.on('cancel', id, () => void renew());
  const timer = setInterval(renew, RENEW_EVERY);
  try {
    if (!(await attempt.ended)) await whenAvailable(() => abandonCheck(pool, id, number));
  } catch (error) {
    await whenAvailable(() => failCheck(pool, id, number, failureOf(error)));
  } finally {
    clearInterval(timer);
    unhear();
    forget();
  }
}
