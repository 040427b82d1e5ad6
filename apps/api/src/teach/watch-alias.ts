import { findRow, getRow } from '@kshot/store';
import { type Alias, presentAlias } from '../alias/alias.type.js';
import type { Context } from '../context.js';
import { watchState } from '../watch/watch-state.js';

/** An alias now and after each change; ends when it is deleted. Throws NOT_FOUND. */
export async function* watchAlias({ store, listener }: Context, id: string): AsyncGenerator<Alias> {
  await getRow(store, 'alias', id);
  yield* watchState(listener, 'alias', id, async () => {
    const row = await findRow(store, 'alias', id);
    return { value: row && presentAlias(row), state: [row?.modelId, row?.shared] };
  });
}
