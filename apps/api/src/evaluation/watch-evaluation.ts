import type { Context } from '../context.js';
import { found } from '../schema/find.js';
import { watch } from '../schema/watch.js';
import { type Evaluation, presentEvaluation } from './evaluation.type.js';

/** The evaluation now and after each change, until it is deleted. */
export async function* watchEvaluation(
  { store, listener, loaders }: Context,
  id: string,
): AsyncGenerator<Evaluation> {
  const { prisma } = store;
  await found('evaluation', id, (key) => prisma.evaluation.findUnique({ where: { id: key } }));
  let last = '';
  yield* watch(listener, 'evaluation', id, async () => {
    const row = await prisma.evaluation.findUnique({ where: { id }, include: { shards: true } });
    loaders.scores.clear(id);
    const state = JSON.stringify([
      row?.status,
      row?.features,
      row?.shards.map(({ hash, scores }) => [hash, scores.length]),
    ]);
    const news = row !== null && state !== last;
    last = state;
    return { values: news ? [presentEvaluation(row)] : [], end: row === null };
  });
}
