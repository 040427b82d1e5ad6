import type { Context } from '../context.js';
import { found, isId } from '../schema/find.js';
import { watch } from '../schema/watch.js';
import { presentRun, type Run } from './run.type.js';

/** One run now and after each change, until it is deleted; without an id, every run's changes from now on. */
export async function* watchRuns(
  { store, listener }: Context,
  id: string | null | undefined,
): AsyncGenerator<Run> {
  if (id) await found('run', id, (key) => store.prisma.run.findUnique({ where: { id: key } }));
  let last = '';
  yield* watch(listener, 'run', id ?? undefined, async (hint) => {
    const changed = id ?? hint;
    const row =
      changed && isId(changed) ? await store.prisma.run.findUnique({ where: { id: changed } }) : null;
    const state = JSON.stringify([row?.id, row?.status, row?.progress, row?.cancelRequested, row?.attempt]);
    const news = row !== null && state !== last;
    last = state;
    return { value: news ? presentRun(row) : undefined, end: Boolean(id) && row === null };
  });
}
