import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../harness/ask.js';
import { example, imported } from '../harness/data-sets.js';
import type { Kshot } from '../harness/kshot.js';
import { predictedFile } from '../harness/predictions.js';
import { endedTransfer, trainedModel } from '../harness/runs.js';
import { takeKshot } from '../harness/systems/take.js';

let kshot: Kshot;
let modelId: string;
beforeAll(async () => {
  kshot = await takeKshot();
  modelId = await trainedModel(kshot, (await imported(kshot, 'iris.csv', example('iris.csv'))).id);
});
afterAll(() => kshot.stop());

interface Usage {
  readonly calls: number;
  readonly examples: number;
  readonly errors: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly hours: { calls: number }[];
  readonly classes: { class: string; count: number }[];
  readonly drift: { index: number; chance: number; sentence: string } | null;
  readonly strengthDrift: { sentence: string } | null;
}
async function usage(hours = 24, id = modelId): Promise<Usage> {
  const { model } = await kshot.ask<{ model: { usage: Usage } }>(
    `query ($id: ID!, $hours: Int!) { model(id: $id) { usage(hours: $hours) {
      calls examples errors p50 p95 hours { calls } classes { class count } drift { index chance sentence } strengthDrift { sentence } } } }`,
    { id, hours },
  );
  return model.usage;
}

const row = { sepal_length: 5.1, sepal_width: 3.5, petal_length: 1.4, petal_width: 0.2 };
const post = (address: string, body: unknown) =>
  fetch(kshot.api + address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('a model that nobody asked has no usage', async () => {
  expect(await usage()).toMatchObject({ calls: 0, p50: null, hours: [], classes: [], drift: null });
});

test('GraphQL, /v1, the shared page and files are counted once each, and a refused call as an error', async () => {
  const cells = Object.entries(row).map(([column, value]) => ({ column, value: String(value) }));
  const inputs = [{ row: cells }, { row: cells }];
  const ask =
    'query ($id: ID!, $inputs: [PredictInput!]!) { predict(modelId: $id, inputs: $inputs) { class } }';
  await kshot.ask(ask, { id: modelId, inputs });
  expect((await refusal(kshot.ask(ask, { id: modelId, inputs: [{ text: 'a' }] }))).code).toBe('BAD_INPUT');
  const { setAlias } = await kshot.ask<{ setAlias: { id: string } }>(
    'mutation ($input: SetAliasInput!) { setAlias(input: $input) { id } }',
    { input: { name: 'flowers', modelId } },
  );
  await kshot.ask(`mutation { shareAlias(id: "${setAlias.id}", shared: true) { id } }`);
  expect((await post('/v1/models/flowers:predict', { inputs: [{ row }, { row }, { row }] })).status).toBe(
    200,
  );
  expect((await post('/shared/flowers:predict', { inputs: [{ row }] })).status).toBe(200);
  const before = await usage();
  expect(before).toMatchObject({ calls: 4, examples: 6, errors: 1 });
  expect(before.classes).toEqual([{ class: 'setosa', count: 6 }]);
  expect(before.p50).toBeGreaterThan(0);
  expect(before.p95).toBeGreaterThanOrEqual(before.p50!);
  const { summary } = await predictedFile(kshot, modelId, 'iris.csv', example('iris.csv'));
  const after = await usage();
  expect(after).toMatchObject({ calls: 5, examples: 156, errors: 1, p95: before.p95 });
  expect(Object.fromEntries(after.classes.map((one) => [one.class, one.count]))).toEqual(
    Object.fromEntries(
      summary!.classes
        .map((one) => [one.class, one.count + (one.class === 'setosa' ? 6 : 0)] as const)
        .filter(([, count]) => count > 0),
    ),
  );
  expect(after.hours.reduce((sum, { calls }) => sum + calls, 0)).toBe(5);
  // Each of the three classes has 50 examples in the data set.
  const index = summary!.classes.reduce((sum, one) => {
    const predicted = (one.count + (one.class === 'setosa' ? 6 : 0) + 0.5) / (156 + 1.5);
    return sum + (predicted - 1 / 3) * Math.log(predicted * 3);
  }, 0);
  expect(after.drift!.index).toBeCloseTo(index, 10);
});

test.each([0, 2161])('usage of %s hours is refused', async (hours) => {
  expect((await refusal(usage(hours))).code).toBe('BAD_INPUT');
});

test('answers of a head are compared in strength with held-out examples', async () => {
  const versionId = (await imported(kshot, 'again.csv', example('iris.csv'))).id;
  const { models } = await endedTransfer(kshot, { versionId, options: { method: 'RIDGE' } });
  const id = models[0]!.id;
  for (let calls = 0; calls < 30; calls++)
    await post(`/v1/models/${id}:predict`, { inputs: [{ row: { ...row, petal_length: 3.2 } }] });
  expect((await usage(24, id)).strengthDrift?.sentence).toMatch(/sure/);
});

test('the kinds of what is stored add up to all contents', async () => {
  const { system } = await kshot.ask<{
    system: { storage: { kinds: { name: string; bytes: number; count: number }[]; blobBytes: number } };
  }>('{ system { storage { kinds { name bytes count } blobBytes } } }');
  const { kinds, blobBytes } = system.storage;
  expect(kinds.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(blobBytes);
  expect(kinds.find(({ name }) => name === 'Models')?.count).toBeGreaterThan(0);
});
