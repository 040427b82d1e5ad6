import { hasEnded } from '@kshot/domain';
import { findRow, getRow, type Row, type Task, type Topic } from '@kshot/store';
import type { Context } from '../context.js';
import { lookTogether } from '../look-together.js';
import { watchState } from './watch-state.js';

/** What is hinted at of the rows that are the subject of a task. */
export const topics = {
  run: 'run',
  dataSetVersion: 'version',
  inspection: 'inspection',
  labelCheck: 'check',
  labelling: 'labelling',
  prediction: 'prediction',
  recommendation: 'recommendation',
} as const satisfies Readonly<Record<string, Topic>>;

/**
 * A row with a task now, and after each change of its status or progress, also by a retry after its end, until it is deleted.
 * All who watch it and may see the same look together. Throws NOT_FOUND.
 */
export async function* watchTask<T extends keyof typeof topics, Shown>(
  { store, listener, loaders }: Context,
  table: T,
  id: string,
  present: (row: Row<T>) => Shown,
): AsyncGenerator<Shown> {
  await getRow(store, table, id);
  const look = async () => ({
    row: await findRow(store, table, id),
    task: await loaders.task.clear(id).load(id),
  });
  yield* watchState(listener, topics[table], id, async () => {
    const { row, task } = await lookTogether(
      store.pool,
      `${table} ${id} ${JSON.stringify(store.reach)}`,
      look,
    );
    loaders.task.clear(id).prime(id, task);
    return {
      value: row && present(row),
      state: stateOf(row, task),
      ended: row !== null && isOver(row.status),
    };
  });
}

/** What a change of is told. */
export const stateOf = (row: { readonly status: string } | null, task: Task | null) => [
  row?.status,
  task?.progress,
  task?.cancelRequested,
  task?.attempt,
];

const isOver = (status: Row<keyof typeof topics>['status']): boolean =>
  status === 'READY' || (status !== 'IMPORTING' && hasEnded(status));
