import type { StudyQuery } from '@kshot/domain';
import { inTransaction } from '../in-transaction.js';
import type { Store } from '../open-store.js';
import { getRow } from '../rows/find-rows.js';
import type { Study } from '../rows/rows.js';
import { insertRow } from '../rows/write-rows.js';
import { insertEvaluation, type NewEvaluation } from './insert-evaluation.js';

interface NewStudy extends Pick<Study, 'name' | 'queryHash' | 'modality' | 'rerunOfId'> {
  readonly query: StudyQuery;
  readonly projectId?: string;
  readonly personId?: string | null;
}

/** Its evaluations are in its project. */
const placeOf = ({ projectId, personId = null }: NewStudy) => (projectId ? { projectId, personId } : {});

/** Writes a study with its evaluations and queues their shards. */
export async function insertStudy(
  store: Store,
  study: NewStudy,
  evaluations: readonly Omit<NewEvaluation, 'studyId'>[],
): Promise<Study> {
  const id = await inTransaction(store.pool, async (client) => {
    const studyId = await insertRow(client, 'study', study);
    // All are queued at the same instant, and workers take shards of the same index together: candidates meet the same units at about the same time.
    for (const one of evaluations) await insertEvaluation(client, { ...one, ...placeOf(study), studyId });
    return studyId;
  });
  return getRow(store, 'study', id);
}

/** Writes an evaluation of no study and queues its shards; gives its id. */
export const insertLoneEvaluation = (
  { pool }: Store,
  evaluation: Omit<NewEvaluation, 'studyId' | 'position'>,
): Promise<string> =>
  inTransaction(pool, (client) => insertEvaluation(client, { ...evaluation, studyId: null, position: 0 }));
