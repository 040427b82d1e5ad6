import {
  collectBlobs,
  deleteModel,
  findRow,
  findRows,
  keepInputs,
  type NewKeptInput,
  reviewInputs,
  type Store,
  setAlias,
  startKeepingInputs,
  stopKeepingInputs,
  succeedModel,
} from '@kshot/store';
import { beforeEach, expect, test } from 'vitest';
import { newModel } from '../harness/new-model.js';
import { newStore } from '../harness/template-database.js';

const MIB = 1024 ** 2;
const GONE = '01900000-0000-7000-8000-000000000000';
let store: Store;
let id: string;
beforeEach(async () => {
  store = await newStore();
  id = await newModel(store, 'a');
  await startKeepingInputs(store.pool, id);
});

const input = (priority: number, others: Partial<NewKeptInput> = {}): NewKeptInput => ({
  contentHash: String(priority).padStart(64, '0'),
  bytes: 10,
  class: 'a',
  confidence: 0.5,
  noneOfThese: false,
  priority,
  at: Date.now(),
  ...others,
});
const inputs = (from: number, count: number, others: Partial<NewKeptInput> = {}): NewKeptInput[] =>
  Array.from({ length: count }, (_, i) => input(from + i, others));
const keep = (some: readonly NewKeptInput[], modelId = id) => keepInputs(store.pool, modelId, some);
const kept = async (modelId = id) =>
  (await findRows(store, 'keptInput', { modelId })).sort((a, b) => a.priority - b.priority);
const priorities = async (modelId = id) => (await kept(modelId)).map(({ priority }) => priority);

test('a model that keeps none, came with Kshot, or is gone keeps nothing', async () => {
  const [off, shipped] = [await newModel(store, 'b'), await newModel(store, 'c')];
  await store.pool.query('update model set keeps_inputs = true, shipped = true where id = $1', [shipped]);
  for (const modelId of [off, shipped, GONE]) {
    expect(await keep([input(1)], modelId)).toBeNull();
    expect(await kept(modelId)).toEqual([]);
  }
});

test('of more than 200 the highest stay, and the lowest of them is given', async () => {
  expect(await keep(inputs(0, 199))).toBeNull();
  expect(await keep(inputs(1000, 51))).toBe(50);
  expect(await priorities()).toEqual([
    ...Array.from({ length: 149 }, (_, i) => 50 + i),
    ...Array.from({ length: 51 }, (_, i) => 1000 + i),
  ]);
});

test('of more than 128 MiB the highest stay', async () => {
  await keep(inputs(0, 20, { bytes: 8 * MIB }));
  expect(await priorities()).toEqual(Array.from({ length: 16 }, (_, i) => 4 + i));
});

test('many writers at once keep what one would', async () => {
  const all = inputs(0, 400);
  await Promise.all(Array.from({ length: 20 }, (_, k) => keep(all.filter((_one, i) => i % 20 === k))));
  expect(await priorities()).toEqual(Array.from({ length: 200 }, (_, i) => 200 + i));
});

test('what was reviewed is not counted and stays', async () => {
  await keep(inputs(0, 3));
  const [first] = await kept();
  await reviewInputs(store.pool, id, [{ id: first!.id, label: 'b' }]);
  await keep(inputs(1000, 200));
  expect((await priorities()).length).toBe(201);
  expect((await kept())[0]).toMatchObject({ priority: 0, label: 'b' });
});

test('the same content is kept once, with its last answer and its best priority', async () => {
  await keep([input(5, { contentHash: 'c'.repeat(64) })]);
  await keep([
    input(1, { contentHash: 'c'.repeat(64), class: 'b', at: 2000 }),
    input(2, { contentHash: 'c'.repeat(64), class: 'a', at: 1000 }),
  ]);
  expect(await kept()).toMatchObject([{ class: 'b', priority: 5, createdAt: new Date(2000) }]);
});

test('what was reviewed keeps the answer that was seen', async () => {
  await keep([input(1)]);
  await reviewInputs(store.pool, id, [{ id: (await kept())[0]!.id, label: 'a' }]);
  await keep([input(1, { class: 'b' })]);
  expect(await kept()).toMatchObject([{ class: 'a', label: 'a' }]);
});

test('a label that changes is to be taught and added again, the same one is not', async () => {
  await keep([input(1)]);
  const one = (await kept())[0]!.id;
  const review = (label: string | null) => reviewInputs(store.pool, id, [{ id: one, label }]);
  await review('a');
  await store.pool.query('update kept_input set taught_at = now(), added_at = now()');
  await review('a');
  expect((await kept())[0]!.addedAt).not.toBeNull();
  await review('b');
  expect(await kept()).toMatchObject([{ label: 'b', taughtAt: null, addedAt: null }]);
  await review(null);
  expect(await kept()).toMatchObject([{ label: null }]);
});

test('an input of another model is not reviewed', async () => {
  const other = await newModel(store, 'b');
  await keep([input(1)]);
  await reviewInputs(store.pool, other, [{ id: (await kept())[0]!.id, label: 'b' }]);
  expect(await kept()).toMatchObject([{ label: null }]);
});

test('switching it off keeps or deletes what is there', async () => {
  await keep([input(1)]);
  await stopKeepingInputs(store.pool, id, false);
  await keep([input(2)]);
  expect(await priorities()).toEqual([1]);
  await stopKeepingInputs(store.pool, id, true);
  expect(await kept()).toEqual([]);
});

test('what arrives while it is switched off does not stay', async () => {
  await Promise.all([
    keep(inputs(0, 50)),
    stopKeepingInputs(store.pool, id, true),
    ...inputs(100, 20).map((one) => keep([one])),
  ]);
  expect(await kept()).toEqual([]);
});

test('inputs and their contents go with the model, and after 30 days', async () => {
  const other = await newModel(store, 'b');
  await startKeepingInputs(store.pool, other);
  const hash = async (text: string) => (await store.blobs.write([Buffer.from(text)])).hash;
  const [gone, old, young] = [await hash('gone'), await hash('old'), await hash('young')];
  const days = (count: number) => Date.now() - count * 86_400_000;
  await keep([input(1, { contentHash: gone })]);
  await keep([input(1, { contentHash: old, at: days(31) })], other);
  await keep([input(2, { contentHash: young, at: days(29) })], other);
  await deleteModel(store.pool, id, []);
  expect((await collectBlobs(store, 0)).rows).toBe(1);
  expect(await Promise.all([gone, old, young].map(store.blobs.has))).toEqual([false, false, true]);
});

const succeeded = async (aliasId: string | null = null): Promise<string> => {
  const { manifest, hash } = (await findRow(store, 'model', id))!;
  const model = { name: 'child', technique: 'TRANSFER', hash, bytes: 1, parameterCount: 1 } as const;
  const rest = { modality: 'TABLE', manifest, summary: {}, report: null, episodeReport: null } as const;
  const child = await succeedModel(
    store.pool,
    { ...model, ...rest, supportHash: null, lessonHash: null, parentId: id } as never,
    aliasId,
    { answered: true, decision: true },
  );
  return child as string;
};

test('a taught model takes the switch and what is left to review over', async () => {
  await keep(inputs(0, 3));
  const [first] = await kept();
  await reviewInputs(store.pool, id, [{ id: first!.id, label: 'b' }]);
  const child = await succeeded();
  expect(await findRow(store, 'model', child)).toMatchObject({ keepsInputs: true });
  expect(await kept()).toEqual([]);
  expect((await kept(child)).map(({ priority, label }) => [priority, label])).toEqual([
    [0, 'b'],
    [1, null],
    [2, null],
  ]);
});

const pointed = (alias: string) => setAlias(store.pool, { name: 'it', alias, modelId: id });

test('what a model keeps stays while another name points to it', async () => {
  const [production, staging] = [await pointed('production'), await pointed('staging')];
  await keep(inputs(0, 2));
  const first = await succeeded(staging);
  expect([await priorities(), await priorities(first)]).toEqual([[0, 1], []]);
  const second = await succeeded(production);
  expect([await priorities(), await priorities(second)]).toEqual([[], [0, 1]]);
});
