import { DomainError, hasEnded, type RunStatus } from '@kshot/domain';
import { cancelTasks, deleteRow, getRow, type Row } from '@kshot/store';
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
  const { status } = await getRow(store, table, id);
  assertCancelled((await cancelTasks(store.pool, id, options)) > 0, { what: what[table], status });
  return getRow(store, table, id);
}

/** Deletes a row whose task has ended; gives its id. Throws NOT_FOUND and CONFLICT. */
export async function deleteWork({ store }: Context, table: keyof typeof what, id: string): Promise<string> {
  const { status } = await getRow(store, table, id);
  assertEnded({ what: what[table], status });
  await deleteRow(store.pool, table, id);
  return id;
}

/** Throws CONFLICT where cancelling found nothing to stop. */
export function assertCancelled(stopped: boolean, row: Named): void {
  if (stopped) return;
  throw new DomainError(
    'CONFLICT',
    `The ${row.what} is ${row.status.toLowerCase()} already; there is nothing to cancel.`,
  );
}

/** Throws CONFLICT while it waits or runs. */
export function assertEnded(row: Named): void {
  if (hasEnded(row.status)) return;
  throw new DomainError('CONFLICT', `The ${row.what} is ${row.status.toLowerCase()}. Cancel it first.`);
}
