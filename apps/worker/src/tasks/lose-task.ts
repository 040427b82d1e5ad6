import { maximumAttempts } from '@kshot/domain';
import { type HeldTask, releaseTask, type Store } from '@kshot/store';
import type { Kind } from '../kinds/kind.js';
import { failWork } from './end-work.js';

/** A task whose worker or process is gone is queued again at once, or fails when that has happened too often. */
export async function loseTask(
  pool: Store['pool'],
  kind: Kind,
  held: HeldTask,
  message: string,
): Promise<void> {
  const losses = held.losses + 1;
  if (losses < maximumAttempts) return releaseTask(pool, held, message);
  await failWork(pool, kind, held, {
    code: 'WORKER_LOST',
    message: `${message} It was tried ${losses} times. Look at the worker's log, then try again.`,
  });
}
