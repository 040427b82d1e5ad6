import { registerTokenizer } from '@kshot/domain';
import { tokenizerOf } from '@kshot/fewshot';
import { unzipSync } from 'fflate';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { imported, upload } from '../../harness/data-sets.js';
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

test('a model of it is downloaded as a SavedModel, and as layers of TensorFlow.js it is refused with a way out', async () => {
  const id = await transferred({ method: 'KERNEL_RIDGE' });
  const get = (name: string) => fetch(`${kshot.api}/files/models/${id}${name}`);
  expect((await get('/saved-model.zip')).status).toBe(200);
  const { model } = await kshot.ask<{ model: Record<string, string | null> }>(
    'query ($id: ID!) { model(id: $id) { downloadUrl } }',
    { id },
  );
  expect(model).toEqual({ downloadUrl: null });
  expect(await (await get('.zip')).text()).toContain('SavedModel');
});

test('its bundle is imported with the same hash', async () => {
  const id = await transferred({ method: 'KERNEL_RIDGE' });
  const bundle = await fetch(`${kshot.api}/files/models/${id}/bundle.zip`);
  const uploadId = await upload(kshot, 'bundle.zip', Buffer.from(await bundle.arrayBuffer()));
  const { importModel } = await kshot.ask<{ importModel: { hash: string } }>(
    'mutation ($input: ImportModelInput!) { importModel(input: $input) { hash } }',
    { input: { uploadId, name: 'again' } },
  );
  const { model } = await kshot.ask<{ model: { hash: string } }>(
    'query ($id: ID!) { model(id: $id) { hash } }',
    { id },
  );
  expect(importModel.hash).toBe(model.hash);
});

test('its bundle answers as ONNX on the tokens of its tokenizer', async () => {
  const id = await transferred({ method: 'KERNEL_RIDGE' });
  const bundle = await fetch(`${kshot.api}/files/models/${id}/bundle.zip`);
  const files = unzipSync(new Uint8Array(await bundle.arrayBuffer()));
  const text = new TextDecoder();
  const tokenizer = tokenizerOf(registerTokenizer(text.decode(files['tokenizer.json'])));
  const numbers = tokenizer.tokens('enciende la luz', 8);
  const session = await InferenceSession.create(files['model.onnx']!);
  const x = new Tensor('float32', Float32Array.from(numbers), [1, numbers.length]);
  const { probabilities } = await session.run({ x });
  const [light, music] = probabilities!.data as Float32Array;
  const classes = JSON.parse(text.decode(files['labels.json'])) as string[];
  expect(classes[light! > music! ? 0 : 1]).toBe('light');
});

test('a head keeps the 8-bit integers of the backbone that it was fitted on', async () => {
  const id = await transferred({ method: 'KERNEL_RIDGE' });
  const file = await fetch(`${kshot.api}/files/models/${id}.safetensors`);
  expect(await file.text()).toContain('"tokens/words.offset"');
});
