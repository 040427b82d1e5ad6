import { DomainError } from '@kshot/domain';
import { cancelStudy as cancelAll, deleteStudy as deleteAll, getRow, requeueStudy } from '@kshot/store';
import type { Context } from '../context.js';
import { presentStudy, type Study } from './study.type.js';

/** Stops all of its evaluations that have not ended. */
export async function cancelStudy(context: Context, id: string): Promise<Study> {
  const row = await getRow(context.store, 'study', id); // of others it is not there
  if (!(await cancelAll(context.store.pool, id)))
    throw new DomainError('CONFLICT', 'All evaluations of the study have ended; there is nothing to cancel.');
  context.loaders.evaluationsOfStudy.clear(id);
  return presentStudy(row);
}

/** Queues those of its evaluations again that failed or were cancelled. */
export async function retryStudy(context: Context, id: string): Promise<Study> {
  const row = await getRow(context.store, 'study', id); // of others it is not there
  if (!(await requeueStudy(context.store.pool, id)))
    throw new DomainError(
      'CONFLICT',
      'No evaluation of the study has failed or was cancelled; there is nothing to retry.',
    );
  context.loaders.evaluationsOfStudy.clear(id);
  return presentStudy(row);
}

/** Deletes a study that has ended, with its evaluations. */
export async function deleteStudy(context: Context, id: string): Promise<string> {
  await getRow(context.store, 'study', id); // of others it is not there
  await deleteAll(context.store.pool, id);
  return id;
}
