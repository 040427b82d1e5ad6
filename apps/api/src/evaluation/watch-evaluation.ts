import { findRow, findRows, getRow } from '@kshot/store';
import type { Context } from '../context.js';
import { watch } from '../schema/watch.js';
import { type Evaluation, presentEvaluation } from './evaluation.type.js';

/** The evaluation now and after each change, until it is deleted. */
export async function* watchEvaluation(
  { store, listener, loaders }: Context,
  id: string,
): AsyncGenerator<Evaluation> {
  await getRow(store, 'evaluation', id);
  let last = '';
  yield* watch(listener, 'evaluation', id, async () => {
    const row = await findRow(store, 'evaluation', id);
    const shards = await findRows(store, 'evaluationShard', { evaluationId: id }, { by: 'index' });
    loaders.scores.clear(id);
    const state = JSON.stringify([
      row?.status,
      row?.features,
      shards.map(({ hash, scores }) => [hash, scores.length]),
    ]);
    const news = row !== null && state !== last;
    last = state;
    return { values: news ? [presentEvaluation(row)] : [], end: row === null };
  });
}
