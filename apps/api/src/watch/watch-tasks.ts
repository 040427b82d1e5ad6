import { changedWithin, findRows, type Row } from '@kshot/store';
import type { Context } from '../context.js';
import { watch } from './watch.js';
import { stateOf, topics, watchTask } from './watch-task.js';

/** Changes that a hint was missed of are looked for since the last look, and this much before it. */
const SLACK = 10_000; // milliseconds

/** Tables whose rows are watched all together as well. */
type Watched = 'run' | 'dataSetVersion';

/** One row now and after each change, until it is deleted; without an id, the changes of all rows from now on. */
export const watchTasks = <T extends Watched, Shown>(
  context: Context,
  table: T,
  id: string | null | undefined,
  present: (row: Row<T>) => Shown,
): AsyncGenerator<Shown> =>
  id == null ? watchAll(context, table, present) : watchTask(context, table, id, present);

async function* watchAll<T extends Watched, Shown>(
  context: Context,
  table: T,
  present: (row: Row<T>) => Shown,
): AsyncGenerator<Shown> {
  const states = new Map<string, string>();
  let last: number | undefined;
  yield* watch(context.listener, topics[table], undefined, async (heard) => {
    const now = performance.now();
    const gap = last === undefined ? undefined : now - last;
    last = now;
    const missed = async () =>
      gap === undefined ? [] : changedWithin(context.store.pool, table, gap + SLACK);
    const changed = await changedRows(context, table, heard.length > 0 ? heard : await missed(), states);
    return { values: changed.map(present) };
  });
}

async function changedRows<T extends Watched>(
  { store, loaders }: Context,
  table: T,
  ids: readonly string[],
  states: Map<string, string>,
): Promise<Row<T>[]> {
  const rows = await findRows<Watched>(store, table, { id: ids });
  for (const id of ids) loaders.task.clear(id);
  const gone = new Set(ids);
  const changed: typeof rows = [];
  for (const row of rows) {
    gone.delete(row.id);
    const task = await loaders.task.load(row.id);
    const state = JSON.stringify(stateOf(row, task));
    if (states.get(row.id) !== state) changed.push(row);
    states.set(row.id, state);
  }
  for (const id of gone) states.delete(id);
  return changed as Row<T>[];
}
