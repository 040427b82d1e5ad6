import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { imported } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { endedTransfer } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
let modelId: string;
beforeAll(async () => {
  kshot = await takeKshot();
  const rows = Array.from({ length: 60 }, (_, i) => `${(i % 2 ? 1 : 9) + i / 30},${i % 2 ? 'low' : 'high'}`);
  const version = await imported(kshot, 'sizes.csv', `size,label\n${rows.join('\n')}\n`);
  modelId = (await endedTransfer(kshot, { versionId: version.id, options: { method: 'RIDGE' } })).models[0]!
    .id;
});
afterAll(() => kshot.stop());

const setTo = (answered: number | null) =>
  kshot.ask<{ setSureness: { answered: number | null; sureness: { answered: number; accuracy: number }[] } }>(
    'mutation ($id: ID!, $answered: Float) { setSureness(id: $id, answered: $answered) { answered sureness { answered accuracy } } }',
    { id: modelId, answered },
  );
async function nones(...sizes: number[]): Promise<boolean[]> {
  const { predict } = await kshot.ask<{ predict: { noneOfThese: boolean }[] }>(
    'query ($id: ID!, $inputs: [PredictInput!]!) { predict(modelId: $id, inputs: $inputs) { noneOfThese } }',
    { id: modelId, inputs: sizes.map((size) => ({ row: [{ column: 'size', value: String(size) }] })) },
  );
  return predict.map(({ noneOfThese }) => noneOfThese);
}

test('a model answers everything until it is told to be sure', async () => {
  expect(await nones(6, 10.9)).toEqual([false, false]);
});

test('told to answer half, it calls what lies between the classes none of these, and answers again when it is told so', async () => {
  const { setSureness } = await setTo(0.5);
  expect(setSureness.answered).toBe(0.5);
  expect(setSureness.sureness[0]).toEqual({ answered: 1, accuracy: 1 });
  expect(await nones(6, 10.9)).toEqual([true, false]);
  await setTo(null);
  expect(await nones(6)).toEqual([false]);
});

test.each([0, 1.5, -1])('a share of %s is refused', async (answered) => {
  expect((await refusal(setTo(answered))).code).toBe('BAD_INPUT');
});
