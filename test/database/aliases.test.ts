import 'reflect-metadata';
import {
  deleteModel,
  findRows,
  rollBackAlias,
  type Store,
  servedVersions,
  setAlias,
  storeWithin,
} from '@kshot/store';
import { expect, test } from 'vitest';
import { namedModel } from '../../apps/api/src/rest/named-model.js';
import { newModel } from '../harness/new-model.js';
import { newStore } from '../harness/template-database.js';

const served = async (store: Store, target: string): Promise<string> =>
  (await namedModel({ store, projectId: null }, target)).name;

test('an alias rolls back through all its models, past one that was deleted', async () => {
  const store = await newStore();
  const [a, b, c] = [await newModel(store, 'a'), await newModel(store, 'b'), await newModel(store, 'c')];
  let id = '';
  for (const modelId of [a, b, c])
    id = await setAlias(store.pool, { name: 'it', alias: 'production', modelId });
  expect(await served(store, 'it')).toBe('c');
  await deleteModel(store.pool, b, []);
  await rollBackAlias(store.pool, id);
  expect(await served(store, 'it@production')).toBe('a');
  await expect(rollBackAlias(store.pool, id)).rejects.toMatchObject({ code: 'CONFLICT' });
  const moves = await findRows(store, 'aliasMove', { aliasId: id });
  expect(moves.filter(({ undoneAt }) => undoneAt !== null)).toHaveLength(2);
});

test('after a rollback a new move counts from where the alias is', async () => {
  const store = await newStore();
  const [a, b, c] = [await newModel(store, 'a'), await newModel(store, 'b'), await newModel(store, 'c')];
  const move = (modelId: string) => setAlias(store.pool, { name: 'it', alias: 'x', modelId });
  await move(a);
  const id = await move(b);
  await rollBackAlias(store.pool, id);
  await move(c);
  await rollBackAlias(store.pool, id);
  expect(await served(store, 'it@x')).toBe('a');
});

test('an alias that was moved meanwhile is not rolled back from where it was seen', async () => {
  const store = await newStore();
  const [a, b] = [await newModel(store, 'a'), await newModel(store, 'b')];
  await setAlias(store.pool, { name: 'it', alias: 'x', modelId: a });
  const id = await setAlias(store.pool, { name: 'it', alias: 'x', modelId: b });
  await rollBackAlias(store.pool, id, b);
  await expect(rollBackAlias(store.pool, id, b)).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('of many that move an alias at once, the last move is where it points to', async () => {
  const store = await newStore();
  const models = await Promise.all(['a', 'b', 'c', 'd'].map((name) => newModel(store, name)));
  const ids = await Promise.all(
    models.map((modelId) => setAlias(store.pool, { name: 'it', alias: 'production', modelId })),
  );
  expect(new Set(ids).size).toBe(1);
  const [last] = await findRows(store, 'aliasMove', {}, { by: 'id', direction: 'desc', take: 1 });
  const aliases = await findRows(store, 'alias', {});
  expect(aliases.map(({ modelId }) => modelId)).toEqual([last!.modelId]);
});

test('an alias cannot be pointed to a model that has just been deleted', async () => {
  const { pool } = await newStore();
  const gone = '01900000-0000-7000-8000-000000000000';
  await expect(setAlias(pool, { name: 'it', alias: 'production', modelId: gone })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('a name that nobody has set is NOT_FOUND', async () => {
  const store = await newStore();
  await expect(namedModel({ store, projectId: null }, 'nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a model that another took the name of says which one, and its own version of the name', async () => {
  const store = await newStore();
  const [a, b] = [await newModel(store, 'a'), await newModel(store, 'b')];
  for (const modelId of [a, b, a, b])
    await setAlias(store.pool, { name: 'it', alias: 'production', modelId });
  const name = { name: 'it', alias: 'production', currentId: b };
  expect(await servedVersions(store, [a])).toEqual([{ ...name, modelId: a, version: 3 }]);
  expect(await servedVersions(store, [b])).toEqual([{ ...name, modelId: b, version: 4 }]);
  const elsewhere = storeWithin(store, { projects: [], lookOnly: [] });
  expect(await servedVersions(elsewhere, [a, b])).toEqual([]);
});
