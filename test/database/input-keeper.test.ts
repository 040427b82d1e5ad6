import { findRows, type Store, startKeepingInputs } from '@kshot/store';
import { beforeEach, expect, test } from 'vitest';
import { type InputKeeper, inputKeeper } from '../../apps/api/src/kept-input/input-keeper.js';
import { newModel } from '../harness/new-model.js';
import { newStore } from '../harness/template-database.js';

let store: Store;
let id: string;
let keeper: InputKeeper;
beforeEach(async () => {
  store = await newStore();
  id = await newModel(store, 'a');
  await startKeepingInputs(store.pool, id);
  keeper = inputKeeper(store);
});

const asked = (from: number, count: number, confidence = 0.5) =>
  Array.from({ length: count }, (_, i) => ({
    ...{ input: { text: `text ${from + i}` }, class: 'a', confidence, noneOfThese: false },
  }));
const kept = () => findRows(store, 'keptInput', { modelId: id });

test('what is offered is stored with its content, by many at once', async () => {
  keeper.offer(id, asked(0, 3));
  await Promise.all([keeper.flush(), keeper.flush(), inputKeeper(store).close()]);
  const rows = await kept();
  const texts = await Promise.all(rows.map(async (row) => String(await store.blobs.read(row.contentHash))));
  expect(texts.sort()).toEqual(['text 0', 'text 1', 'text 2']);
  expect(rows[0]).toMatchObject({ class: 'a', confidence: 0.5, noneOfThese: false, bytes: 6 });
});

test('what waits in memory is bounded, and what is larger than 8 MiB is not kept', async () => {
  const large = { image: new Uint8Array(8 * 1024 ** 2 + 1) };
  keeper.offer(id, [{ ...asked(0, 1)[0]!, input: large }]);
  keeper.offer(id, asked(0, 5000));
  await keeper.close();
  expect((await kept()).length).toBe(200);
});

test('a database that is away loses what waited and nothing else', async () => {
  keeper.offer(id, asked(0, 3));
  await store.pool.query('alter table kept_input rename to away');
  await keeper.flush();
  await store.pool.query('alter table away rename to kept_input');
  keeper.offer(id, asked(3, 2));
  await keeper.close();
  expect((await kept()).length).toBe(2);
});

test('a full sample takes few sure answers, and others again once it is opened up', async () => {
  keeper.offer(id, asked(0, 2000));
  await keeper.flush();
  await store.pool.query('delete from kept_input');
  keeper.offer(id, asked(3000, 100, 0.95));
  await keeper.flush();
  expect((await kept()).length).toBeLessThan(20);
  await store.pool.query('delete from kept_input');
  keeper.openUp(id);
  keeper.offer(id, asked(4000, 100, 0.95));
  await keeper.close();
  expect((await kept()).length).toBe(100);
});
