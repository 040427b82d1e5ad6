import { DomainError } from '@kshot/domain';
import { cancelEvaluation as cancelRow, deleteRow, getRow, requeueEvaluation } from '@kshot/store';
import type { Context } from '../context.js';
import { assertCancelled, assertEnded, assertRetried } from '../schema/end-task.js';
import { type Evaluation, presentEvaluation } from './evaluation.type.js';

/** Stops it at once. */
export async function cancelEvaluation(context: Context, id: string): Promise<Evaluation> {
  await getRow(context.store, 'evaluation', id); // of others it is not there
  const stopped = await cancelRow(context.store.pool, id);
  const row = await getRow(context.store, 'evaluation', id);
  assertCancelled(stopped, { what: 'evaluation', status: row.status });
  return presentEvaluation(row);
}

/** Goes on with the parts that are not done. */
export async function retryEvaluation(context: Context, id: string): Promise<Evaluation> {
  await getRow(context.store, 'evaluation', id); // of others it is not there
  const queued = await requeueEvaluation(context.store.pool, id);
  const row = await getRow(context.store, 'evaluation', id);
  assertRetried(queued, { what: 'evaluation', status: row.status });
  return presentEvaluation(row);
}

export async function deleteEvaluation(context: Context, id: string): Promise<string> {
  const { status, studyId } = await getRow(context.store, 'evaluation', id);
  assertEnded({ what: 'evaluation', status });
  if (studyId)
    throw new DomainError(
      'CONFLICT',
      'The evaluation belongs to a study. Delete the study with all of them.',
    );
  await deleteRow(context.store.pool, 'evaluation', id);
  return id;
}
