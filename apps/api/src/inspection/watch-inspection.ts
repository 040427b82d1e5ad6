import { hasEnded } from '@kshot/domain';
import type { Context } from '../context.js';
import { found } from '../schema/find.js';
import { watch } from '../schema/watch.js';
import { type Inspection, presentInspection } from './inspection.type.js';

/** The inspection now and after each change; ends with it. */
export async function* watchInspection(
  { store, listener, loaders }: Context,
  id: string,
): AsyncGenerator<Inspection> {
  let last = '';
  yield* watch(listener, 'inspection', id, async () => {
    const row = await found('inspection', id, (key) =>
      store.prisma.inspection.findUnique({ where: { id: key } }),
    );
    loaders.task.clear(id);
    const changed = row.status !== last;
    last = row.status;
    return { values: changed ? [presentInspection(row)] : [], end: hasEnded(row.status) };
  });
}
