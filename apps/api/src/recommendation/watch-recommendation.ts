import { hasEnded } from '@kshot/domain';
import type { Context } from '../context.js';
import { found } from '../schema/find.js';
import { watch } from '../schema/watch.js';
import { presentRecommendation, type Recommendation } from './recommendation.type.js';

/** The recommendation now and after each change; ends when it has ended. */
export async function* watchRecommendation(
  { store, listener, loaders }: Context,
  id: string,
): AsyncGenerator<Recommendation> {
  let last = '';
  yield* watch(listener, 'recommendation', id, async () => {
    const row = await found('recommendation', id, (key) =>
      store.prisma.recommendation.findUnique({ where: { id: key } }),
    );
    const task = await loaders.task.clear(id).load(id);
    const state = JSON.stringify([row.status, task?.progress]);
    const changed = state !== last;
    last = state;
    return { values: changed ? [presentRecommendation(row)] : [], end: hasEnded(row.status) };
  });
}
