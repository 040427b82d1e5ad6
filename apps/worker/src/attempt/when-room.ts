import { setTimeout as delay } from 'node:timers/promises';
import { isDiskFull, log } from '@kshot/domain';

/**
 * Writes what took long to compute, and tries again while the disk is full; null when `stopping` meanwhile. Throws what else
 * goes wrong, and gives up after `patience` milliseconds.
 */
export async function whenRoom<T>(
  write: () => Promise<T>,
  stopping: () => boolean,
  { patience = 600_000, pause = 1000 } = {},
): Promise<T | null> {
  const start = performance.now();
  for (let tries = 0; ; tries++) {
    try {
      return await write();
    } catch (error) {
      if (!isDiskFull(error) || performance.now() - start > patience) throw error;
      if (tries === 0) log.warn('The disk is full: a result waits for room.');
    }
    if (stopping()) return null;
    await delay(pause);
  }
}

/** Writes what one can do without, such as a checkpoint; null, and a line in the log, where the disk is full. */
export async function ifRoom<T>(write: () => Promise<T>): Promise<T | null> {
  try {
    return await write();
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    log.warn('The disk is full: a checkpoint is left out.');
    return null;
  }
}
