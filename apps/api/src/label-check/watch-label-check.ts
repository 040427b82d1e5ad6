import { hasEnded } from '@kshot/domain';
import type { Context } from '../context.js';
import { found } from '../schema/find.js';
import { watch } from '../schema/watch.js';
import { type LabelCheck, presentLabelCheck } from './label-check.type.js';

/** The check now and after each change; ends with it. */
export async function* watchLabelCheck(
  { store, listener, loaders }: Context,
  id: string,
): AsyncGenerator<LabelCheck> {
  let last = '';
  yield* watch(listener, 'check', id, async () => {
    const row = await found('check', id, (key) => store.prisma.labelCheck.findUnique({ where: { id: key } }));
    const task = await loaders.task.clear(id).load(id);
    const state = JSON.stringify([row.status, task?.progress]);
    const changed = state !== last;
    last = state;
    return { values: changed ? [presentLabelCheck(row)] : [], end: hasEnded(row.status) };
  });
}
