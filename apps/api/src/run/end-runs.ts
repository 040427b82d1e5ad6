import { DomainError } from '@kshot/domain';
import { cancelTasks, queueTasks } from '@kshot/store';
import type { Context } from '../context.js';
import { assertCancelled, assertEnded } from '../schema/end-task.js';
import { found } from '../schema/find.js';
import { presentRun, type Run } from './run.type.js';

const rowOf = ({ store }: Context, id: string) =>
  found('run', id, (key) => store.prisma.run.findUnique({ where: { id: key } }));

/** Stops a run: at once when it waits, after the present step when it trains. */
export async function cancelRun(context: Context, id: string): Promise<Run> {
  const row = await rowOf(context, id);
  const stopped = await cancelTasks(context.store.pool, id, { gently: true });
  assertCancelled(stopped > 0, { what: 'run', status: row.status });
  return presentRun(await rowOf(context, id));
}

/** Queues a failed or cancelled run again; it goes on from its last checkpoint. */
export async function retryRun(context: Context, id: string): Promise<Run> {
  const row = await rowOf(context, id);
  if ((await queueTasks(context.store.pool, [{ kind: 'run', subject: id, part: 0 }])) === 0) {
    throw new DomainError(
      'CONFLICT',
      `The run is ${row.status.toLowerCase()}; only failed and cancelled runs are retried.`,
    );
  }
  return presentRun(await rowOf(context, id));
}

/** Deletes a run that has ended, with its metrics. Its models stay. */
export async function deleteRun(context: Context, id: string): Promise<string> {
  const row = await rowOf(context, id);
  assertEnded({ what: 'run', status: row.status });
  await context.store.prisma.run.delete({ where: { id } });
  return id;
}
