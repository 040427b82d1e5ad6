import { DomainError, hasEnded, type RunStatus } from '@kshot/domain';
import {
  cancelRow,
  deleteEnded,
  getOwn,
  getRow,
  type Row,
  requeueRow,
  type Store,
  type WithWork,
} from '@kshot/store';
import type { Context } from '../context.js';

/** A row with work, as messages call it. */
interface Named {
  readonly what: string;
  readonly status: RunStatus;
}

const what = {
  run: 'run',
  evaluation: 'evaluation',
  labelCheck: 'check',
  prediction: 'prediction',
  recommendation: 'recommendation',
  dataSetVersion: 'import',
} as const satisfies Record<WithWork, string>;

/** Stops the work on a row. Throws NOT_FOUND, and CONFLICT where it has ended. */
export const cancelWork = <T extends WithWork>(context: Context, table: T, id: string): Promise<Row<T>> =>
  changed(context, table, id, { change: cancelRow, assertChanged: assertCancelled });

/** Queues the failed or cancelled work on a row again. Throws NOT_FOUND, and CONFLICT in other states. */
export const retryWork = <T extends WithWork>(context: Context, table: T, id: string): Promise<Row<T>> =>
  changed(context, table, id, { change: requeueRow, assertChanged: assertRetried });

interface Change {
  change(pool: Store['pool'], table: WithWork, id: string): Promise<boolean>;
  assertChanged(done: boolean, row: Named): void;
}

async function changed<T extends WithWork>(
  context: Context,
  table: T,
  id: string,
  { change, assertChanged }: Change,
): Promise<Row<T>> {
  const { store, loaders } = context;
  await assertMine(store, await getRow(store, table, id));
  const done = await change(store.pool, table, id);
  loaders.task.clear(id);
  const row = await getRow(store, table, id);
  assertChanged(done, { what: what[table], status: await statusOf(context, row) });
  return row;
}

/** Throws FORBIDDEN for a version of a shipped data set that belongs to others; what else belongs to them is not there. */
async function assertMine(store: Store, row: Row<WithWork>): Promise<void> {
  if ('dataSetId' in row) await getOwn(store, 'dataSet', row.dataSetId);
}

/** A version has states of its own; its task has these. */
const statusOf = async ({ loaders }: Context, row: Row<WithWork>): Promise<RunStatus> =>
  'dataSetId' in row ? ((await loaders.task.load(row.id))?.status ?? 'DONE') : row.status;

/** Deletes a row whose task has ended; gives its id. Throws NOT_FOUND and CONFLICT. */
export async function deleteWork(
  { store }: Context,
  table: 'run' | 'labelCheck' | 'prediction',
  id: string,
): Promise<string> {
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
export const changedBetween = (title: string): DomainError =>
  new DomainError('CONFLICT', `The ${title} changed at the same moment. Ask again.`);
