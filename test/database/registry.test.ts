import {
  deleteModel,
  FIRST_PROJECT,
  getRow,
  insertRow,
  listModels,
  modelsToTry,
  modelTags,
  type Store,
  updateModel,
} from '@kshot/store';
import { expect, test } from 'vitest';
import { newModel } from '../harness/new-model.js';
import { newVersion } from '../harness/new-version.js';
import { newStore } from '../harness/template-database.js';

const listed = async (
  store: Store,
  filter: { tag?: string; archived?: boolean; shipped?: boolean },
): Promise<string[]> => {
  const { items } = await listModels(store, { first: 10 }, filter, { by: 'name', direction: 'asc' });
  return items.map(({ row }) => row.name);
};

test('models that came with Kshot are listed alone, or left out', async () => {
  const store = await newStore();
  const [a] = [await newModel(store, 'a'), await newModel(store, 'b')];
  await store.pool.query('update model set shipped = true where id = $1', [a]);
  expect(await listed(store, { shipped: true })).toEqual(['a']);
  expect(await listed(store, { shipped: false })).toEqual(['b']);
});

test('an archived model is in no list unless it is asked for, and its tags are not offered', async () => {
  const store = await newStore();
  const [a, b] = [await newModel(store, 'a'), await newModel(store, 'b')];
  await updateModel(store.pool, a, { tags: ['old', 'both'], archived: true });
  await updateModel(store.pool, b, { tags: ['both'] });
  expect(await listed(store, {})).toEqual(['b']);
  expect(await listed(store, { archived: true })).toEqual(['a', 'b']);
  expect(await listed(store, { archived: true, tag: 'old' })).toEqual(['a']);
  expect(await modelTags(store)).toEqual(['both']);
});

test('a change leaves alone what it does not name, and archiving twice keeps the first time', async () => {
  const store = await newStore();
  const id = await newModel(store, 'a');
  await updateModel(store.pool, id, { note: 'of spring', archived: true });
  const { archivedAt } = await getRow(store, 'model', id);
  await updateModel(store.pool, id, { name: 'b', archived: true });
  expect(await getRow(store, 'model', id)).toMatchObject({
    name: 'b',
    note: 'of spring',
    tags: [],
    archivedAt,
  });
  await updateModel(store.pool, id, { archived: false });
  expect(await getRow(store, 'model', id)).toMatchObject({ name: 'b', archivedAt: null });
});

test.each(['QUEUED', 'RUNNING'] as const)(
  'a model that %s work needs is not deleted, and all of it is named',
  async (status) => {
    const store = await newStore();
    const { pool } = store;
    const modelId = await newModel(store, 'a');
    const versionId = await newVersion(store);
    await insertRow(pool, 'labelCheck', { name: 'checked', status, query: {} as never, versionId, modelId });
    await insertRow(pool, 'labelling', { status, versionId, modelId });
    await insertRow(pool, 'prediction', {
      name: 'rows.csv',
      status,
      request: {} as never,
      modelId,
      modelHash: 'h',
      modelName: 'a',
    });
    await insertRow(pool, 'evaluation', {
      name: 'scored',
      status,
      query: {} as never,
      method: 'm',
      protocol: 'p',
      versionId,
      modelId,
      unitCount: 1,
    });
    const refused = await deleteModel(pool, modelId, []).then(
      () => null,
      (error: Error & { code: string }) => error,
    );
    expect(refused?.code).toBe('CONFLICT');
    for (const user of [
      'label check “checked”',
      'labelling of “',
      'prediction of “rows.csv”',
      'evaluation “scored”',
    ])
      expect(refused?.message).toContain(user);
  },
);

test('work that has ended does not keep a model, and stays', async () => {
  const store = await newStore();
  const modelId = await newModel(store, 'a');
  const versionId = await newVersion(store);
  const id = await insertRow(store.pool, 'labelling', { status: 'DONE', versionId, modelId });
  await deleteModel(store.pool, modelId, []);
  expect(await getRow(store, 'labelling', id)).toMatchObject({ modelId: null });
});

test('of the models to try the preferred one comes first, then the oldest', async () => {
  const store = await newStore();
  const [first] = [await newModel(store, 'a'), await newModel(store, 'b'), await newModel(store, 'c')];
  const { projectId } = await getRow(store, 'model', first);
  const tried = async (preferred?: string) => {
    const version = { id: crypto.randomUUID(), projectId };
    const found = await modelsToTry(store.pool, 'TABLE', version, { most: 2, preferred });
    return found.map(({ name }) => name);
  };
  expect(await tried()).toEqual(['a', 'b']);
  expect(await tried('c')).toEqual(['c', 'a']);
  expect(await tried('not there')).toEqual(['a', 'b']);
});

test('a served model is tried unless a run fitted only its head', async () => {
  const store = await newStore();
  const versionId = await newVersion(store);
  for (const [technique, method] of [
    ['TRANSFER', 'AUTO'],
    ['TRANSFER', 'RIDGE'],
    ['TRANSFER', 'FINE_TUNE'],
    ['TRANSFER', 'TUNE_ENCODER'],
    ['PRETRAIN', 'DENSE'],
    ['META', 'PROTONET'],
  ] as const) {
    const made = { name: method, technique, method, settings: {} as never, seed: 1, versionId };
    const runId = await insertRow(store.pool, 'run', { ...made, status: 'DONE' });
    const modelId = await newModel(store, method);
    await store.pool.query('update model set run_id = $2 where id = $1', [modelId, runId]);
    await insertRow(store.pool, 'alias', { name: method.toLowerCase(), alias: 'production', modelId });
  }
  const asked = { id: crypto.randomUUID(), projectId: FIRST_PROJECT };
  const tried = await modelsToTry(store.pool, 'TABLE', asked, { most: 10 });
  expect(tried.map(({ name }) => name)).toEqual(['FINE_TUNE', 'TUNE_ENCODER', 'DENSE', 'PROTONET']);
});
