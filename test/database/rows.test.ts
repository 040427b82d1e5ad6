import {
  cancelTasks,
  countRows,
  deleteEnded,
  deleteRow,
  findRow,
  findRows,
  getRow,
  insertRow,
  listBy,
  listDataSets,
  listEvaluations,
  listModels,
  listRuns,
  requeueRow,
  runsOf,
  type Store,
  updateRow,
} from '@kshot/store';
import { expect, test } from 'vitest';
import { newRuns } from '../harness/new-runs.js';
import { newStore } from '../harness/template-database.js';

const GONE = '01900000-0000-7000-8000-000000000000';

async function newModel(store: Store, manifest: string): Promise<string> {
  const { rows } = await store.pool.query<{ id: string }>(
    `insert into model (id, name, technique, hash, bytes, parameter_count, modality, manifest, report, summary)
     values (gen_random_uuid(), 'm', 'PRETRAIN', 'h', 1, 1, 'TABLE', $1, '{"loss": null}', '{"loss": null, "accuracy": 0.5}')
     returning id`,
    [manifest],
  );
  return rows[0]!.id;
}
const READABLE = JSON.stringify({
  format: 'kshot-model-1',
  input: { modality: 'TABLE', columns: [] },
  network: { inputShape: [1], layers: [] },
  classes: ['a'],
});

test('of a row whose report is not whole, the rest is read', async () => {
  const store = await newStore();
  const model = await findRow(store, 'model', await newModel(store, READABLE));
  expect(model).toMatchObject({ report: null, summary: { accuracy: 0.5 }, manifest: { classes: ['a'] } });
});

test('a row that cannot be read is refused by its id, and left out of lists', async () => {
  const store = await newStore();
  const [broken, whole] = [await newModel(store, '{}'), await newModel(store, READABLE)];
  await expect(findRow(store, 'model', broken)).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining(broken),
  });
  expect((await findRows(store, 'model', {})).map(({ id }) => id)).toEqual([whole]);
  const { items } = await listBy(store, 'model', { first: 10 }, {});
  expect(items.map(({ row }) => row.id)).toEqual([whole]);
});

test('rows are found by values, and by one of several', async () => {
  const store = await newStore();
  const ids = await newRuns(store, 3);
  expect(await findRows(store, 'run', { id: ids.slice(0, 2), status: 'QUEUED' })).toHaveLength(2);
  expect(await countRows(store, 'run', { status: ['DONE', 'FAILED'] })).toBe(0);
});

test.each([GONE, 'no id'])('what is not there is neither changed nor deleted: %s', async (id) => {
  const store = await newStore();
  expect(await findRow(store, 'alias', id)).toBeNull();
  await expect(updateRow(store, 'alias', id, { shared: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(deleteRow(store.pool, 'alias', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a model that an alias points to is not deleted', async () => {
  const store = await newStore();
  const modelId = await newModel(store, READABLE);
  await insertRow(store.pool, 'alias', { name: 'it', alias: 'production', modelId });
  await expect(deleteRow(store.pool, 'model', modelId)).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('of the runs on a data set all are counted, and the newest three named', async () => {
  const store = await newStore();
  const ids = await newRuns(store, 4);
  const { versionId } = await getRow(store, 'run', ids[0]!);
  const { dataSetId } = await getRow(store, 'dataSetVersion', versionId);
  const { count, newest } = await runsOf(store.pool, dataSetId);
  expect(count).toBe(4);
  expect(newest).toHaveLength(3);
  expect(await runsOf(store.pool, GONE)).toEqual({ count: 0, newest: [] });
});

test('of what is no id a message repeats the beginning', async () => {
  const store = await newStore();
  const asked = getRow(store, 'run', 'x'.repeat(5000));
  await expect(asked).rejects.toThrow(`the id “${'x'.repeat(60)}”. Ids are UUIDs`);
});

test('a run whose task waits is not deleted', async () => {
  const store = await newStore();
  const [id] = (await newRuns(store, 1)) as [string];
  expect(await deleteEnded(store.pool, 'run', id)).toBe(false);
});

test('of a run that is deleted and queued again at once, one alone happens', async () => {
  const store = await newStore();
  for (const id of await newRuns(store, 20)) {
    await cancelTasks(store.pool, id);
    const [queued, deleted] = await Promise.all([
      requeueRow(store.pool, 'run', id).catch(({ code }) => code),
      deleteEnded(store.pool, 'run', id),
    ]);
    expect([queued, deleted]).toEqual(deleted ? ['NOT_FOUND', true] : [true, false]);
  }
});

const page = { first: 1 };
const newest = { by: 'createdAt', direction: 'desc' } as const;
test.each([
  [
    'models of a data set',
    (store: Store, dataSetId: string) => listModels(store, page, { dataSetId }, newest),
  ],
  ['runs of a data set', (store: Store, dataSetId: string) => listRuns(store, page, { dataSetId }, newest)],
  [
    'evaluations of a data set',
    (store: Store, dataSetId: string) => listEvaluations(store, page, { dataSetId }),
  ],
  ['evaluations of a model', (store: Store, modelId: string) => listEvaluations(store, page, { modelId })],
  [
    'data sets of a project',
    (store: Store, projectId: string) => listDataSets(store, page, { projectId }, newest),
  ],
])('a list does not show everything where what it is of has no id: %s', async (_, list) => {
  const store = await newStore();
  await expect(async () => list(store, 'no id')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
