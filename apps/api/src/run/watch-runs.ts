import { findRows, getRow, runsChangedWithin } from '@kshot/store';
import type { Context } from '../context.js';
import { watch } from '../schema/watch.js';
import { presentRun, type Run } from './run.type.js';

/** Changes that a hint was missed of are looked for since the last look, and this much before it. */
const SLACK = 10_000; // milliseconds

/** One run now and after each change, until it is deleted; without an id, every run's changes from now on. */
export async function* watchRuns(context: Context, id: string | null | undefined): AsyncGenerator<Run> {
  const { store, listener } = context;
  if (id) await getRow(store, 'run', id);
  const states = new Map<string, string>();
  let last: number | undefined;
  yield* watch(listener, 'run', id ?? undefined, async (heard) => {
    const now = performance.now();
    const gap = last === undefined ? undefined : now - last;
    last = now;
    const missed = async () => (gap === undefined ? [] : runsChangedWithin(store.pool, gap + SLACK));
    const ids = id ? [id] : heard.length > 0 ? heard : await missed();
    const changed = await changedRuns(context, ids, states);
    return { values: changed.map(presentRun), end: Boolean(id) && !states.has(id as string) };
  });
}

async function changedRuns({ store, loaders }: Context, ids: readonly string[], states: Map<string, string>) {
  const rows = await findRows(store, 'run', { id: ids });
  for (const id of ids) loaders.task.clear(id);
  const gone = new Set(ids);
  const changed: typeof rows = [];
  for (const row of rows) {
    gone.delete(row.id);
    const task = await loaders.task.load(row.id);
    const state = JSON.stringify([row.status, task?.progress, task?.cancelRequested, task?.attempt]);
    if (states.get(row.id) !== state) changed.push(row);
    states.set(row.id, state);
  }
  for (const id of gone) states.delete(id);
  return changed;
}
