import { hasEnded } from '@kshot/domain';
import { findRow, findRows, getRow } from '@kshot/store';
import type { Context } from '../context.js';
import { watchState } from '../watch/watch-state.js';
import { presentStudy, type Study } from './study.type.js';

/** The study now and after each change of one of its evaluations, until it is deleted. */
export async function* watchStudy({ store, listener, loaders }: Context, id: string): AsyncGenerator<Study> {
  await getRow(store, 'study', id);
  yield* watchState(listener, 'evaluation', undefined, async () => {
    const row = await findRow(store, 'study', id);
    const evaluations = await findRows(store, 'evaluation', { studyId: id }, { by: 'id' });
    const evaluationId = evaluations.map((one) => one.id);
    const shards = await findRows(store, 'evaluationShard', { evaluationId }, { by: 'index' });
    loaders.scores.clearAll();
    loaders.evaluationsOfStudy.clearAll();
    return {
      value: row && presentStudy(row),
      state: [
        evaluations.map(({ status, features }) => [status, features]),
        shards.map((shard) => [shard.evaluationId, shard.hash, shard.scores.length]),
      ],
      ended: evaluations.every(({ status }) => hasEnded(status)),
    };
  });
}
