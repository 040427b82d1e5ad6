import { DomainError } from '@kshot/domain';
import { assertId } from '@kshot/store';
import type { Context } from '../context.js';
import { type Evaluation, presentEvaluation } from '../evaluation/evaluation.type.js';
import type { Study, StudyStatus } from './study.type.js';

/** The evaluations of a study, by version and position. */
export async function evaluationsOf({ loaders }: Context, studyId: string): Promise<Evaluation[]> {
  return (await loaders.evaluationsOfStudy.load(studyId)).map(presentEvaluation);
}

/** Those on one of its versions, the first when none is named. Throws NOT_FOUND. */
export async function evaluationsOn(context: Context, { id, query }: Study, versionId?: string | null) {
  const of = versionId ?? query.versions[0]!.versionId;
  assertId('dataSetVersion', of);
  if (!query.versions.some((one) => one.versionId === of))
    throw new DomainError('NOT_FOUND', `The study has no version with the id ${of}.`);
  return (await evaluationsOf(context, id)).filter((one) => one.versionId === of);
}

/** A study stands where its evaluations stand. */
export function statusOf(statuses: readonly string[]): StudyStatus {
  const some = (status: StudyStatus) => statuses.includes(status);
  if (statuses.every((status) => status === 'QUEUED')) return 'QUEUED';
  if (some('QUEUED') || some('RUNNING')) return 'RUNNING';
  if (some('FAILED')) return 'FAILED';
  return some('CANCELLED') ? 'CANCELLED' : 'DONE';
}
