import { DomainError, hasEnded } from '@kshot/domain';
import { cancelRow, deleteRow, getRow, requeueRow } from '@kshot/store';
import type { Context } from '../context.js';
import { presentStudy, type Study } from './study.type.js';
import { evaluationsOf } from './study-evaluations.js';

/** Stops all of its evaluations that have not ended. */
export async function cancelStudy(context: Context, id: string): Promise<Study> {
  const row = await getRow(context.store, 'study', id);
  const going = (await evaluationsOf(context, id)).filter(({ status }) => !hasEnded(status as 'DONE'));
  if (going.length === 0)
    throw new DomainError('CONFLICT', 'All evaluations of the study have ended; there is nothing to cancel.');
  for (const one of going) await cancelRow(context.store.pool, 'evaluation', one.id);
  context.loaders.evaluationsOfStudy.clear(id);
  return presentStudy(row);
}

/** Queues those of its evaluations again that failed or were cancelled. */
export async function retryStudy(context: Context, id: string): Promise<Study> {
  const row = await getRow(context.store, 'study', id);
  let queued = 0;
  for (const one of await evaluationsOf(context, id))
    if (await requeueRow(context.store.pool, 'evaluation', one.id)) queued++;
  if (queued === 0)
    throw new DomainError(
      'CONFLICT',
      'No evaluation of the study has failed or was cancelled; there is nothing to retry.',
    );
  context.loaders.evaluationsOfStudy.clear(id);
  return presentStudy(row);
}

/** Deletes a study that has ended, with its evaluations. */
export async function deleteStudy(context: Context, id: string): Promise<string> {
  await getRow(context.store, 'study', id);
  const going = (await evaluationsOf(context, id)).find(({ status }) => !hasEnded(status as 'DONE'));
  if (going)
    throw new DomainError(
      'CONFLICT',
      `${going.name} is still ${going.status.toLowerCase()}. Cancel the study first.`,
    );
  await deleteRow(context.store.pool, 'study', id);
  return id;
}
