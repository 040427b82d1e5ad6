import type { Context } from '../context.js';
import { found } from '../schema/find.js';
import { watch } from '../schema/watch.js';
import { type DataSetVersion, presentVersion } from './version.type.js';

/** The version now and after each change; ends with its import. */
export async function* watchVersion(
  { store, listener, loaders }: Context,
  id: string,
): AsyncGenerator<DataSetVersion> {
  let last = '';
  yield* watch(listener, 'version', id, async () => {
    const row = await found('version', id, (key) =>
      store.prisma.dataSetVersion.findUnique({ where: { id: key } }),
    );
    const task = await loaders.task.clear(id).load(id);
    const state = JSON.stringify([row.status, task?.progress]);
    const changed = state !== last;
    last = state;
    return { values: changed ? [presentVersion(row)] : [], end: row.status !== 'IMPORTING' };
  });
}
