import { getRow, requeueRun } from '@kshot/store';
import type { Context } from '../context.js';
import { assertRetried } from '../schema/end-task.js';
import { presentRun, type Run } from './run.type.js';

/** Queues a failed or cancelled run again; it goes on from its last checkpoint. */
export async function retryRun({ store }: Context, id: string): Promise<Run> {
  await getRow(store, 'run', id); // of others it is not there
  const queued = await requeueRun(store.pool, id);
  const row = await getRow(store, 'run', id);
  assertRetried(queued, { what: 'run', status: row.status });
  return presentRun(row);
}
