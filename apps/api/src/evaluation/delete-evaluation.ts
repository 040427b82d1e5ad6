import { DomainError } from '@kshot/domain';
import { deleteRow, getRow } from '@kshot/store';
import type { Context } from '../context.js';
import { assertEnded } from '../schema/end-task.js';

/** Deletes an evaluation that has ended and is in no study. */
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
