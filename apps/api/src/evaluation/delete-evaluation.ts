import { DomainError } from '@kshot/domain';
import { deleteEvaluation as deleteEnded, getRow } from '@kshot/store';
import type { Context } from '../context.js';
import { assertEnded, changedBetween } from '../schema/end-task.js';

/** Deletes an evaluation that has ended and is in no study. */
export async function deleteEvaluation(context: Context, id: string): Promise<string> {
  const { studyId } = await getRow(context.store, 'evaluation', id); // of others it is not there
  if (studyId)
    throw new DomainError(
      'CONFLICT',
      'The evaluation belongs to a study. Delete the study with all of them.',
    );
  if (await deleteEnded(context.store.pool, id)) return id;
  const { status } = await getRow(context.store, 'evaluation', id);
  assertEnded({ what: 'evaluation', status });
  throw changedBetween('evaluation');
}
