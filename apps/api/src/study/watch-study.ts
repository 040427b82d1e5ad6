import { findRow, findRows, getRow } from '@kshot/store';
import type { Context } from '../context.js';
import { watch } from '../schema/watch.js';
import { presentStudy, type Study } from './study.type.js';

/** The study now and after each change of one of its evaluations, until it is deleted. */
export async function* watchStudy({ store, listener, loaders }: Context, id: string): AsyncGenerator<Study> {
  await getRow(store, 'study', id);
  let last = '';
  yield* watch(listener, 'evaluation', undefined, async () => {
    const row = await findRow(store, 'study', id);
    const evaluations = await findRows(store, 'evaluation', { studyId: id }, { by: 'id' });
    const evaluationId = evaluations.map((one) => one.id);
    const shards = await findRows(store, 'evaluationShard', { evaluationId }, { by: 'index' });
    loaders.scores.clearAll();
    loaders.evaluationsOfStudy.clearAll();
    const state = JSON.stringify([
      evaluations.map(({ status, features }) => [status, features]),
      shards.map((shard) => [shard.evaluationId, shard.hash, shard.scores.length]),
    ]);
    const news = row !== null && state !== last;
    last = state;
    return { values: news ? [presentStudy(row)] : [], end: row === null };
  });
}
