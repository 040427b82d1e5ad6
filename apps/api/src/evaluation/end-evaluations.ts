import { DomainError } from '@kshot/domain';
import { cancelEvaluation as cancelRow, requeueEvaluation } from '@kshot/store';
import type { Context } from '../context.js';
import { assertCancelled, assertEnded } from '../schema/end-task.js';
import { found } from '../schema/find.js';
import { type Evaluation, presentEvaluation } from './evaluation.type.js';

const rowOf = ({ store }: Context, id: string) =>
  found('evaluation', id, (key) => store.prisma.evaluation.findUnique({ where: { id: key } }));

/** Stops it at once. */
export async function cancelEvaluation(context: Context, id: string): Promise<Evaluation> {
  const row = await rowOf(context, id);
  assertCancelled(await cancelRow(context.store.pool, id), { what: 'evaluation', status: row.status });
  return presentEvaluation(await rowOf(context, id));
}

/** Goes on with the parts that are not done. */
export async function retryEvaluation(context: Context, id: string): Promise<Evaluation> {
  const row = await rowOf(context, id);
  if (!(await requeueEvaluation(context.store.pool, id)))
    throw new DomainError(
      'CONFLICT',
      `The evaluation is ${row.status.toLowerCase()}; only failed and cancelled ones are retried.`,
    );
  return presentEvaluation(await rowOf(context, id));
}

export async function deleteEvaluation(context: Context, id: string): Promise<string> {
  const { status, studyId } = await rowOf(context, id);
  assertEnded({ what: 'evaluation', status });
  if (studyId)
    throw new DomainError(
      'CONFLICT',
      'The evaluation belongs to a study. Delete the study with all of them.',
    );
  await context.store.prisma.evaluation.delete({ where: { id } });
  return id;
}
