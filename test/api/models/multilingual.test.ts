import { afterAll, beforeAll, expect, test } from 'vitest';
import { imported } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { addTinyMultilingual, twoIntents } from '../../harness/models/tiny-multilingual.js';
import { endedTransfer } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
let modelId: string;
let versionId: string;
beforeAll(async () => {
  kshot = await takeKshot();
  modelId = await addTinyMultilingual(kshot);
  ({ id: versionId } = await imported(kshot, 'intents.csv', twoIntents));
});
afterAll(() => kshot.stop());

const transferred = async (options: Record<string, unknown>) =>
  (await endedTransfer(kshot, { versionId, modelId, options })).models[0]!.id;

test.each(['KERNEL_RIDGE', 'TUNE_ENCODER'])('texts are told apart after %s', async (method) => {
  const id = await transferred({ method, tuningSteps: 100 });
  const { predict } = await kshot.ask<{ predict: { class: string }[] }>(
    'query ($id: ID!) { predict(modelId: $id, inputs: [{ text: "enciende la luz" }, { text: "toca la música" }]) { class } }',
    { id },
  );
  expect(predict.map((one) => one.class)).toEqual(['light', 'music']);
});

test('a model of it is downloaded as a SavedModel, and other forms are refused with a way out', async () => {
  const id = await transferred({ method: 'KERNEL_RIDGE' });
  const get = (name: string) => fetch(`${kshot.api}/files/models/${id}${name}`);
  expect((await get('/saved-model.zip')).status).toBe(200);
  const { model } = await kshot.ask<{ model: Record<string, string | null> }>(
    'query ($id: ID!) { model(id: $id) { downloadUrl onnxUrl } }',
    { id },
  );
  expect(model).toEqual({ downloadUrl: null, onnxUrl: null });
  for (const name of ['.onnx', '.zip']) expect(await (await get(name)).text()).toContain('SavedModel');
});

test('a head keeps the 8-bit integers of the backbone that it was fitted on', async () => {
  const id = await transferred({ method: 'KERNEL_RIDGE' });
  const file = await fetch(`${kshot.api}/files/models/${id}.safetensors`);
  expect(await file.text()).toContain('"tokens/words.offset"');
});
