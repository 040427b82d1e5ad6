import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { example, imported } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { cells, type Kept, keptInputsOf, newRow } from '../../harness/models/kept-inputs.js';
import { endedTransfer, trainedModel } from '../../harness/runs.js';
import { servedAndShared } from '../../harness/shared-alias.js';
import { takeKshot } from '../../harness/systems/take.js';
import { endedVersion } from '../../harness/versions.js';

let kshot: Kshot;
let versionId: string;
let modelId: string;
let on: ReturnType<typeof keptInputsOf>;
beforeAll(async () => {
  kshot = await takeKshot();
  versionId = (await imported(kshot, 'iris.csv', example('iris.csv'))).id;
  const { models } = await endedTransfer(kshot, { versionId, options: { method: 'RIDGE' } });
  modelId = models[0]!.id;
  on = keptInputsOf(kshot, modelId);
  await on.keepInputs();
  await servedAndShared(kshot, 'flowers', modelId);
  await on.predict(Array.from({ length: 30 }, () => ({ row: cells(newRow()) })));
});
afterAll(() => kshot.stop());

test('reviewed ones are added to the data set, also as a new class', async () => {
  const [a, b, c] = (await on.kept(modelId, { order: 'LEAST_SURE' })).nodes as [Kept, Kept, Kept];
  await on.review([
    { id: a.id, class: a.class },
    { id: b.id, class: ' hybrid ' },
    { id: c.id, class: 'setosa' },
  ]);
  await on.review([{ id: c.id, class: null }]);
  const { nodes } = await on.kept(modelId, { filter: { reviewed: true } });
  expect(Object.fromEntries(nodes.map(({ id, label }) => [id, label]))).toEqual({
    [a.id]: a.class,
    [b.id]: 'hybrid',
  });
  const version = await endedVersion(kshot, await on.addInputs({ ids: [a.id, b.id] }));
  expect(version).toMatchObject({ number: 2, exampleCount: 152, status: 'READY' });
  expect(version.note).toMatch(/^Reviewed inputs of /);
  expect(version.classes.nodes).toContainEqual({ name: 'hybrid', exampleCount: 1 });
  expect((await on.kept(modelId, { filter: { reviewed: true } })).nodes.every((one) => one.addedAt)).toBe(
    true,
  );
});

test('reviewed ones are taught, and all that is kept goes along with the name', async () => {
  const { nodes } = await on.kept(modelId, { filter: { reviewed: true } });
  const ids = nodes.map(({ id }) => id);
  const before = (await on.kept()).totalCount;
  const taught = await on.teachInputs(ids);
  expect(taught).toMatchObject({ keepsInputs: true });
  expect(taught.classes).toContain('hybrid');
  expect((await on.kept()).totalCount).toBe(0);
  const { totalCount, nodes: own } = await on.kept(taught.id, { filter: { reviewed: true } });
  expect(own.every((one) => one.taughtAt && one.addedAt)).toBe(true);
  expect(totalCount).toBe(ids.length);
  expect((await on.kept(taught.id)).totalCount).toBe(before);
  const answer = await (await on.post('/v1/models/flowers:predict', { row: newRow() })).json();
  expect(answer.model.id).toBe(taught.id);
});

test('what cannot be done says why', async () => {
  await on.predict([{ row: cells(newRow()) }, { row: cells(newRow()) }]);
  const [one] = (await on.kept()).nodes as [Kept];
  const code = async (asked: Promise<unknown>) => (await refusal(asked)).code;
  const gone = '01900000-0000-7000-8000-000000000000';
  expect(await code(on.kept(gone))).toBe('NOT_FOUND');
  expect(await code(on.keepInputs(gone))).toBe('NOT_FOUND');
  expect(await code(on.review([{ id: gone, class: 'setosa' }]))).toBe('NOT_FOUND');
  expect(await code(on.review([{ id: 'no id', class: 'setosa' }]))).toBe('NOT_FOUND');
  expect(await code(on.review([{ id: one.id, class: ' ' }]))).toBe('BAD_INPUT');
  expect(await code(on.review([]))).toBe('BAD_INPUT');
  expect(await code(on.review(Array.from({ length: 101 }, () => ({ id: gone }))))).toBe('BAD_INPUT');
  expect(await code(on.discard([one.id, one.id]))).toBe('BAD_INPUT');
  expect(await code(on.teachInputs([one.id]))).toBe('BAD_INPUT');
  expect(await code(on.addInputs({ ids: [one.id] }))).toBe('BAD_INPUT');
  await on.review([{ id: one.id, class: 'setosa' }]);
  expect(await code(on.addInputs({ ids: [one.id], versionId }))).toBe('CONFLICT');
  expect(await code(on.addInputs({ ids: [one.id], versionId: gone }))).toBe('NOT_FOUND');
  const other = await trainedModel(kshot, versionId);
  expect(await code(on.review([{ id: one.id, class: 'setosa' }], other))).toBe('NOT_FOUND');
  expect(await code(on.teachInputs([one.id], other))).toBe('CONFLICT');
});
