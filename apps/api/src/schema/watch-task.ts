import { hasEnded, type RunStatus } from '@kshot/domain';
import { getRow, type Row, type Topic } from '@kshot/store';
import type { Context } from '../context.js';
import { watchState } from './watch-state.js';

/** What is hinted at of the rows that are the subject of a task. */
const topics = {
  dataSetVersion: 'version',
  inspection: 'inspection',
  labelCheck: 'check',
  labelling: 'labelling',
  prediction: 'prediction',
  recommendation: 'recommendation',
} as const satisfies Readonly<Record<string, Topic>>;

/** A row with a task now, and after each change of its status or progress; ends with it. Throws NOT_FOUND. */
export async function* watchTask<T extends keyof typeof topics, Shown>(
  { store, listener, loaders }: Context,
  table: T,
  id: string,
  present: (row: Row<T>) => Shown,
): AsyncGenerator<Shown> {
  yield* watchState(listener, topics[table], id, async () => {
    const row = await getRow(store, table, id);
    const task = await loaders.task.clear(id).load(id);
    return { value: present(row), state: [row.status, task?.progress], end: isOver(row.status) };
  });
}

const isOver = (status: RunStatus | 'IMPORTING' | 'READY'): boolean =>
  status === 'READY' || (status !== 'IMPORTING' && hasEnded(status));
