import type { Context } from '../context.js';
import { found } from '../schema/find.js';
import { watch } from '../schema/watch.js';
import { type DataSetVersion, presentVersion } from './version.type.js';

/** The version now and after each change; ends with its import. */
export async function* watchVersion(
  { store, listener }: Context,
  id: string,
): AsyncGenerator<DataSetVersion> {
  let last = '';
  yield* watch(listener, 'version', id, async () => {
    const row = await found('version', id, (key) =>
      store.prisma.dataSetVersion.findUnique({ where: { id: key } }),
    );
    const state = `${row.status} ${row.progress}`;
    const changed = state !== last;
    last = state;
    return { value: changed ? presentVersion(row) : undefined, end: row.status !== 'IMPORTING' };
  });
}
