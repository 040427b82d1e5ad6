import { hasEnded } from '@kshot/domain';
import { findRow, findRows, getRow } from '@kshot/store';
import type { Context } from '../context.js';
import { watchState } from '../watch/watch-state.js';
import { type Evaluation, presentEvaluation } from './evaluation.type.js';

/** The evaluation now and after each change, until it is deleted. */
export async function* watchEvaluation(
  { store, listener, loaders }: Context,
  id: string,
): AsyncGenerator<Evaluation> {
  await getRow(store, 'evaluation', id);
  yield* watchState(listener, 'evaluation', id, async () => {
    const row = await findRow(store, 'evaluation', id);
    const shards = await findRows(store, 'evaluationShard', { evaluationId: id }, { by: 'index' });
    loaders.scores.clear(id);
    return {
      value: row && presentEvaluation(row),
      state: [row?.status, row?.features, shards.map(({ hash, scores }) => [hash, scores.length])],
      ended: row !== null && hasEnded(row.status),
    };
  });
}
