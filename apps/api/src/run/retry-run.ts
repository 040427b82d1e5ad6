import { DomainError } from '@kshot/domain';
import { getRow, queueTasks } from '@kshot/store';
import type { Context } from '../context.js';
import { presentRun, type Run } from './run.type.js';

/** Queues a failed or cancelled run again; it goes on from its last checkpoint. */
export async function retryRun({ store }: Context, id: string): Promise<Run> {
  const row = await getRow(store, 'run', id);
  if ((await queueTasks(store.pool, [{ kind: 'run', subject: id, part: 0 }])) === 0) {
    throw new DomainError(
      'CONFLICT',
      `The run is ${row.status.toLowerCase()}; only failed and cancelled runs are retried.`,
    );
  }
  return presentRun(await getRow(store, 'run', id));
}
