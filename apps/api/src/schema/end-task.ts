import { DomainError, hasEnded, type RunStatus } from '@kshot/domain';
import { cancelTasks, deleteEnded, getRow, type Row } from '@kshot/store';
import type { Context } from '../context.js';

/** A row with a task, as messages call it. */
interface Named {
  readonly what: string;
  readonly status: RunStatus;
}

const what = {
  run: 'run',
  labelCheck: 'check',
  prediction: 'prediction',
  recommendation: 'recommendation',
} as const;

/** Stops the task of a row, at once or `gently` after its present step. Throws NOT_FOUND, and CONFLICT where it has ended. */
export async function cancelWork<T extends keyof typeof what>(
  { store }: Context,
  table: T,
  id: string,
  options: { readonly gently?: boolean } = {},
): Promise<Row<T>> {
  await getRow(store, table, id); // of others it is not there
  const stopped = (await cancelTasks(store.pool, id, options)) > 0;
  const row = await getRow(store, table, id);
  assertCancelled(stopped, { what: what[table], status: row.status });
  return row;
}

/** Deletes a row whose task has ended; gives its id. Throws NOT_FOUND and CONFLICT. */
export async function deleteWork({ store }: Context, table: keyof typeof what, id: string): Promise<string> {
  await getRow(store, table, id); // of others it is not there
  if (await deleteEnded(store.pool, table, id)) return id;
  const { status } = await getRow(store, table, id);
  assertEnded({ what: what[table], status });
  throw changedBetween(what[table]);
}

/** Throws CONFLICT where cancelling found nothing to stop. */
export function assertCancelled(stopped: boolean, row: Named): void {
  if (stopped) return;
  if (!hasEnded(row.status)) throw changedBetween(row.what);
  throw new DomainError(
    'CONFLICT',
    `The ${row.what} is ${row.status.toLowerCase()} already; there is nothing to cancel.`,
  );
}

/** Throws CONFLICT where retrying found nothing to queue again. */
export function assertRetried(queued: boolean, row: Named): void {
  if (queued) return;
  if (row.status === 'FAILED' || row.status === 'CANCELLED') throw changedBetween(row.what);
  throw new DomainError(
    'CONFLICT',
    `The ${row.what} is ${row.status.toLowerCase()}; only failed and cancelled ${row.what}s are retried.`,
  );
}

/** Throws CONFLICT while it waits or runs. */
export function assertEnded(row: Named): void {
  if (!hasEnded(row.status)) throw underWay(row);
}

const underWay = ({ what: title, status }: Named): DomainError =>
  new DomainError('CONFLICT', `The ${title} is ${status.toLowerCase()}. Cancel it first.`);

/** Where the state that is read afterwards does not explain the refusal. */
const changedBetween = (title: string): DomainError =>
  new DomainError('CONFLICT', `The ${title} changed at the same moment. Ask again.`);
