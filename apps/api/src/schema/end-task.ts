import { DomainError, hasEnded, type RunStatus } from '@kshot/domain';

/** A row with a task, as messages call it. */
interface Named {
  readonly what: string;
  readonly status: RunStatus;
}

/** Throws CONFLICT where cancelling found nothing to stop. */
export function assertCancelled(stopped: boolean, { what, status }: Named): void {
  if (stopped) return;
  throw new DomainError(
    'CONFLICT',
    `The ${what} is ${status.toLowerCase()} already; there is nothing to cancel.`,
  );
}

/** Throws CONFLICT while it waits or runs. */
export function assertEnded({ what, status }: Named): void {
  if (hasEnded(status)) return;
  throw new DomainError('CONFLICT', `The ${what} is ${status.toLowerCase()}. Cancel it first.`);
}
