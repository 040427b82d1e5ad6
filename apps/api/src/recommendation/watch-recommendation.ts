import type { Context } from '../context.js';
import { found } from '../schema/find.js';
import { watch } from '../schema/watch.js';
import { presentRecommendation, type Recommendation } from './recommendation.type.js';

/** The recommendation now and after each change; ends when it has ended. */
export async function* watchRecommendation(
  { store, listener }: Context,
  id: string,
): AsyncGenerator<Recommendation> {
  let last = '';
  yield* watch(listener, 'recommendation', id, async () => {
    const row = await found('recommendation', id, (key) =>
      store.prisma.recommendation.findUnique({ where: { id: key } }),
    );
    const state = JSON.stringify([row.status, row.progress]);
    const changed = state !== last;
    last = state;
    const end = row.status === 'DONE' || row.status === 'FAILED';
    return { value: changed ? presentRecommendation(row) : undefined, end };
  });
}
