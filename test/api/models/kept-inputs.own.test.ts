import { setTimeout as delay } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { example, imported } from '../../harness/data-sets.js';
import { type OwnKshot, startKshot } from '../../harness/kshot.js';
import { cells, type Kept, keptInputsOf, newRow } from '../../harness/models/kept-inputs.js';
import { starter } from '../../harness/models/starters.js';
import { predictedFile } from '../../harness/predictions.js';
import { endedTransfer } from '../../harness/runs.js';
import { servedAndShared } from '../../harness/shared-alias.js';

let kshot: OwnKshot;
let versionId: string;
let modelId: string;
let on: ReturnType<typeof keptInputsOf>;
beforeAll(async () => {
  kshot = await startKshot();
  versionId = (await imported(kshot, 'iris.csv', example('iris.csv'))).id;
  const { models } = await endedTransfer(kshot, { versionId, options: { method: 'RIDGE' } });
  modelId = models[0]!.id;
  on = keptInputsOf(kshot, modelId);
});
afterAll(() => kshot.stop());

const fileOf = (count: number): string => {
  const rows = Array.from({ length: count }, newRow);
  return [Object.keys(rows[0]!), ...rows.map(Object.values)].map((line) => line.join(',')).join('\n');
};
const sharedSays = async (name: string): Promise<boolean> =>
  (await (await fetch(`${kshot.api}/shared/${name}`)).json()).keepsInputs;

test('while it is off nothing is kept, whichever way a model is asked', async () => {
  await servedAndShared(kshot, 'flowers', modelId);
  await on.predict([{ row: cells(newRow()) }]);
  await on.post('/v1/models/flowers:predict', { row: newRow() });
  await on.post('/shared/flowers:predict', { row: newRow() });
  await predictedFile(kshot, modelId, 'some.csv', fileOf(3));
  expect(await sharedSays('flowers')).toBe(false);
  expect((await on.kept()).totalCount).toBe(0);
  await on.keepInputs();
  expect((await on.kept()).totalCount).toBe(0);
});

test('while it is on inputs of all ways are kept with their answers, examples of data sets are not', async () => {
  const rows = [newRow(), newRow(), newRow()];
  await on.predict([{ row: cells(rows[0]!) }]);
  await on.post('/v1/models/flowers:predict', { row: rows[1]! });
  await on.post('/shared/flowers:predict', { row: rows[2]! });
  await predictedFile(kshot, modelId, 'some.csv', fileOf(3));
  const { dataSetVersion } = await kshot.ask<{
    dataSetVersion: { examples: { nodes: { id: string }[] } };
  }>('query ($id: ID!) { dataSetVersion(id: $id) { examples(first: 1) { nodes { id } } } }', {
    id: versionId,
  });
  await on.predict([{ exampleId: dataSetVersion.examples.nodes[0]!.id }]);
  expect(await sharedSays('flowers')).toBe(true);
  const { totalCount, nodes } = await on.kept();
  expect(totalCount).toBe(6);
  for (const row of rows)
    expect(nodes.map((one) => one.row!.filter(({ value }) => value !== null))).toContainEqual(cells(row));
  for (const one of nodes) {
    expect(['setosa', 'versicolor', 'virginica']).toContain(one.class);
    expect(one.confidence).toBeGreaterThan(0.3);
    expect(one).toMatchObject({ label: null, text: null, imageUrl: null });
  }
});

test('at most 200 are kept, of files and of calls together', async () => {
  await predictedFile(kshot, modelId, 'many.csv', fileOf(230));
  expect((await on.kept()).totalCount).toBe(200);
  for (let i = 0; i < 3; i++)
    await on.post('/v1/models/flowers:predict', ...Array.from({ length: 50 }, () => ({ row: newRow() })));
  expect((await on.kept()).totalCount).toBe(200);
});

test('they are read page by page, the least sure first, and by their answer', async () => {
  const first = await on.kept(modelId, { first: 100, order: 'LEAST_SURE' });
  const { nodes } = await on.kept(modelId, { after: first.pageInfo.endCursor, order: 'LEAST_SURE' });
  const confidences = [...first.nodes, ...nodes].map(({ confidence }) => confidence);
  expect(confidences).toEqual(confidences.toSorted((a, b) => a - b));
  expect(new Set([...first.nodes, ...nodes].map(({ id }) => id)).size).toBe(200);
  const { totalCount, nodes: own } = await on.kept(modelId, { filter: { class: 'setosa' } });
  expect(new Set(own.map((one) => one.class))).toEqual(new Set(['setosa']));
  expect(totalCount).toBeLessThan(200);
  expect((await on.kept(modelId, { filter: { noneOfThese: true } })).totalCount).toBe(0);
  expect((await on.kept(modelId, { filter: { reviewed: true } })).totalCount).toBe(0);
});

test('discarded ones are gone, and switching it off deletes all where that is asked for', async () => {
  const [one] = (await on.kept()).nodes as [Kept];
  const { totalCount } = await on.kept();
  expect(await on.discard([one.id])).toEqual({ discardInputs: [one.id] });
  expect((await on.kept()).totalCount).toBe(totalCount - 1);
  await on.stopKeeping(false);
  await on.predict([{ row: cells(newRow()) }]);
  expect((await on.kept()).totalCount).toBe(totalCount - 1);
  await on.stopKeeping(true);
  expect((await on.kept()).totalCount).toBe(0);
  const { auditLog } = await kshot.ask<{ auditLog: { nodes: { action: string; subjects: string[] }[] } }>(
    '{ auditLog(first: 2) { nodes { action subjects } } }',
  );
  expect(auditLog.nodes.map(({ action }) => action)).toEqual(['stopKeepingInputs', 'stopKeepingInputs']);
});

async function taught(from: string, support: object[]): Promise<string> {
  const { teach } = await kshot.ask<{ teach: { id: string } }>(
    'mutation ($input: TeachInput!) { teach(input: $input) { id } }',
    { input: { modelId: await starter(kshot, from), support } },
  );
  return teach.id;
}

test('texts are stored by themselves and shown, and nothing of them is in the log', async () => {
  const id = await taught('potion-base-8m', [
    { name: 'refund', examples: [{ text: 'money back please' }] },
    { name: 'login', examples: [{ text: 'I forgot my password' }] },
  ]);
  await on.keepInputs(id);
  await on.predict([{ text: 'Xyzzy wants back what was paid' }], id);
  const stored = async () =>
    (await kshot.pool.query('select from kept_input where model_id = $1', [id])).rowCount;
  while ((await stored()) === 0) await delay(100);
  expect((await on.kept(id)).nodes).toMatchObject([{ text: 'Xyzzy wants back what was paid', row: null }]);
  expect(kshot.output()).not.toContain('Xyzzy');
});

const picture = async (r: number): Promise<{ image: string }> => {
  const create = { width: 900, height: 600, channels: 3, background: { r, g: 90, b: 20 } } as const;
  return { image: (await sharp({ create }).jpeg().toBuffer()).toString('base64') };
};

test('photos are shown small, and no longer once they are discarded', async () => {
  const id = await taught('efficientnet-lite2', [
    { name: 'red', examples: [await picture(240)] },
    { name: 'green', examples: [await picture(10)] },
  ]);
  await on.keepInputs(id);
  await on.predict([await picture(200)], id);
  const [photo] = (await on.kept(id)).nodes as [Kept];
  const address = kshot.api + photo.imageUrl;
  const { width, height } = await sharp(await (await fetch(address)).arrayBuffer()).metadata();
  expect([width, height]).toEqual([448, 299]);
  await on.discard([photo.id], id);
  expect((await fetch(address)).status).toBe(404);
});
