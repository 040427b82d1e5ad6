import type { Topic } from '@kshot/store';
import type { Context } from '../context.js';
import { found } from './find.js';
import { watch } from './watch.js';

interface Watched<Row extends { readonly status: string }, T> {
  readonly topic: Topic;
  /** What messages call it. */
  readonly what: string;
  find(id: string): Promise<Row | null>;
  present(row: Row): T;
  hasEnded(status: Row['status']): boolean;
}

/** A row with a task now, and after each change of its status or progress; ends with it. Throws NOT_FOUND. */
export async function* watchTask<Row extends { readonly status: string }, T>(
  { listener, loaders }: Context,
  id: string,
  { topic, what, find, present, hasEnded }: Watched<Row, T>,
): AsyncGenerator<T> {
  let last = '';
  yield* watch(listener, topic, id, async () => {
    const row = await found(what, id, find);
    const task = await loaders.task.clear(id).load(id);
    const state = JSON.stringify([row.status, task?.progress]);
    const changed = state !== last;
    last = state;
    return { values: changed ? [present(row)] : [], end: hasEnded(row.status) };
  });
}
