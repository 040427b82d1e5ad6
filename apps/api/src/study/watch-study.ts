import type { Context } from '../context.js';
import { found, isId } from '../schema/find.js';
import { watch } from '../schema/watch.js';
import { presentStudy, type Study } from './study.type.js';

/** The study now and after each change of one of its evaluations, until it is deleted. */
export async function* watchStudy({ store, listener, loaders }: Context, id: string): AsyncGenerator<Study> {
  const { prisma } = store;
  await found('study', id, (key) => prisma.study.findUnique({ where: { id: key } }));
  let last = '';
  yield* watch(listener, 'evaluation', undefined, async () => {
    const row = isId(id)
      ? await prisma.study.findUnique({
          where: { id },
          include: { evaluations: { include: { shards: true }, orderBy: { id: 'asc' } } },
        })
      : null;
    loaders.scores.clearAll();
    loaders.evaluationsOfStudy.clearAll();
    const state = JSON.stringify(
      row?.evaluations.map(({ status, features, shards }) => [
        status,
        features,
        shards.map(({ hash, scores }) => [hash, scores.length]),
      ]),
    );
    const news = row !== null && state !== last;
    last = state;
    return { values: news ? [presentStudy(row)] : [], end: row === null };
  });
}
