import {
  cancelRow,
  type DataSetVersion,
  findRow,
  findRows,
  insertRow,
  insertVersion,
  queueTasks,
  requeueRow,
  type Store,
} from '@kshot/store';
import { expect, test } from 'vitest';
import { newStore } from '../../harness/template-database.js';

const file = {
  ...{ uploadHash: 'aa', note: '', author: null },
  request: { fileName: 'irises.csv', testShare: 0, seed: 1 },
};
const irises = { name: 'irises', description: '', licence: null, source: null };

const discardedAt = async (store: Store, { dataSetId }: DataSetVersion) =>
  (await findRow(store, 'dataSet', dataSetId))?.discardedAt;

async function cancelledImport() {
  const store = await newStore();
  const version = await insertVersion(store, irises, file);
  expect(await cancelRow(store.pool, 'dataSetVersion', version.id)).toBe(true);
  return { store, version };
}

test('an import that is cancelled fails its version and frees the name of its data set', async () => {
  const { store, version } = await cancelledImport();
  expect(await findRow(store, 'dataSetVersion', version.id)).toMatchObject({ status: 'FAILED' });
  expect(await discardedAt(store, version)).toBeInstanceOf(Date);
});

test('a data set with another version keeps its name when an import is cancelled', async () => {
  const store = await newStore();
  const first = await insertVersion(store, irises, file);
  const second = await insertVersion(store, { id: first.dataSetId }, file);
  await cancelRow(store.pool, 'dataSetVersion', second.id);
  expect(await discardedAt(store, first)).toBeNull();
});

test('a data set whose imports were all cancelled frees its name', async () => {
  const store = await newStore();
  const first = await insertVersion(store, irises, file);
  const second = await insertVersion(store, { id: first.dataSetId }, file);
  for (const { id } of [first, second]) await cancelRow(store.pool, 'dataSetVersion', id);
  expect(await discardedAt(store, first)).toBeInstanceOf(Date);
});

test('an edit of what is no longer the newest version is not retried', async () => {
  const store = await newStore();
  const first = await insertVersion(store, irises, file);
  const edit = await insertVersion(store, { id: first.dataSetId }, { ...file, parentId: first.id });
  await cancelRow(store.pool, 'dataSetVersion', edit.id);
  const other = await insertVersion(store, { id: first.dataSetId }, { ...file, parentId: first.id });
  await expect(requeueRow(store.pool, 'dataSetVersion', edit.id)).rejects.toMatchObject({
    message: `Version ${other.number} is newer than what this version was made of. Make the changes to that one.`,
  });
});

test('an import that has ended is not cancelled, and its data set stays', async () => {
  const store = await newStore();
  const version = await insertVersion(store, irises, file);
  await store.pool.query(`update task set status = 'DONE' where subject = $1`, [version.id]);
  expect(await cancelRow(store.pool, 'dataSetVersion', version.id)).toBe(false);
  expect(await discardedAt(store, version)).toBeNull();
});

test('an import that is retried puts its data set back into the lists', async () => {
  const { store, version } = await cancelledImport();
  expect(await requeueRow(store.pool, 'dataSetVersion', version.id)).toBe(true);
  expect(await findRow(store, 'dataSetVersion', version.id)).toMatchObject({ status: 'IMPORTING' });
  expect(await discardedAt(store, version)).toBeNull();
});

test('an import whose name was taken meanwhile is not queued again, and says what to do', async () => {
  const { store, version } = await cancelledImport();
  await insertVersion(store, irises, file);
  await expect(requeueRow(store.pool, 'dataSetVersion', version.id)).rejects.toMatchObject({
    code: 'CONFLICT',
    message:
      'Another data set is called "irises" now. Delete it and retry, or import the file again under another name.',
  });
  expect(await findRows(store, 'task', { subject: version.id })).toMatchObject([{ status: 'CANCELLED' }]);
});

test('a recommendation that is retried drops the draft of the attempt before', async () => {
  const { store, version } = await cancelledImport();
  const own = { versionId: version.id, splitName: 'default', budget: {}, result: { options: [] } };
  const id = await insertRow(store.pool, 'recommendation', own as never);
  await queueTasks(store.pool, [{ kind: 'advice', subject: id, part: 0 }]);
  await cancelRow(store.pool, 'recommendation', id);
  await requeueRow(store.pool, 'recommendation', id);
  const { rows } = await store.pool.query('select status, result from recommendation');
  expect(rows).toEqual([{ status: 'QUEUED', result: null }]);
});
