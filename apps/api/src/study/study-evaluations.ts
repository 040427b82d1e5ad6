import type { Context } from '../context.js';
import { type Evaluation, presentEvaluation } from '../evaluation/evaluation.type.js';
import type { StudyStatus } from './study.type.js';

/** The evaluations of a study, by version and position. */
export async function evaluationsOf({ loaders }: Context, studyId: string): Promise<Evaluation[]> {
  return (await loaders.evaluationsOfStudy.load(studyId)).map(presentEvaluation);
}

/** Those on one version. */
export const evaluationsOn = async (context: Context, studyId: string, versionId: string) =>
  (await evaluationsOf(context, studyId)).filter((one) => one.versionId === versionId);

/** A study stands where its evaluations stand. */
export function statusOf(statuses: readonly string[]): StudyStatus {
  const some = (status: StudyStatus) => statuses.includes(status);
  if (statuses.every((status) => status === 'QUEUED')) return 'QUEUED';
  if (some('QUEUED') || some('RUNNING')) return 'RUNNING';
  if (some('FAILED')) return 'FAILED';
  return some('CANCELLED') ? 'CANCELLED' : 'DONE';
}
