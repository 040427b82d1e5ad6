import { cancelStudy, deleteStudy, findRow, requeueStudy, type Store } from '@kshot/store';
import { expect, test } from 'vitest';
import { filledProject } from '../../harness/projects/filled-project.js';
import { newStore } from '../../harness/template-database.js';

/** A study whose only evaluation was cancelled. */
async function cancelledStudy() {
  const store = await newStore();
  const { study: id, evaluation } = (await filledProject(store, 'a')).ids as Record<string, string>;
  await store.pool.query(`update evaluation set status = 'RUNNING' where id = $1`, [evaluation]);
  expect(await cancelStudy(store.pool, id!)).toBe(true);
  return { store, id: id!, evaluation: evaluation! };
}
const statusOf = async (store: Store, id: string) => (await findRow(store, 'evaluation', id))?.status;

test('a study that is cancelled twice at once is cancelled once', async () => {
  const { store, id } = await cancelledStudy();
  await requeueStudy(store.pool, id);
  const both = await Promise.all([cancelStudy(store.pool, id), cancelStudy(store.pool, id)]);
  expect(both.sort()).toEqual([false, true]);
});

test('a study that is retried waits again', async () => {
  const { store, id, evaluation } = await cancelledStudy();
  expect(await requeueStudy(store.pool, id)).toBe(true);
  expect(await statusOf(store, evaluation)).toBe('QUEUED');
});

test('of a study that is deleted and retried at once, one alone happens', async () => {
  const { store, id } = await cancelledStudy();
  const done = await Promise.allSettled([deleteStudy(store.pool, id), requeueStudy(store.pool, id)]);
  expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
