import { findRow, getRow } from '@kshot/store';
import { type Alias, presentAlias } from '../alias/alias.type.js';
import type { Context } from '../context.js';
import { watch } from '../schema/watch.js';

/** An alias now and after each change; ends when it is deleted. Throws NOT_FOUND. */
export async function* watchAlias({ store, listener }: Context, id: string): AsyncGenerator<Alias> {
  await getRow(store, 'alias', id);
  let last = '';
  yield* watch(listener, 'alias', id, async () => {
    const row = await findRow(store, 'alias', id);
    if (!row) return { values: [], end: true };
    const state = `${row.modelId} ${row.shared}`;
    const changed = state !== last;
    last = state;
    return { values: changed ? [presentAlias(row)] : [] };
  });
}
