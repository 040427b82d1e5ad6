import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { example, imported, upload } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { trainedModel } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

interface Taken {
  hash: string;
  bundleUrl: string;
  cardUrl: string;
  report: { accuracyLow: number };
}
let kshot: Kshot;
let model: Taken;
let bundle: Buffer;
let files: Record<string, Uint8Array>;
beforeAll(async () => {
  kshot = await takeKshot();
  const { id } = await imported(kshot, 'iris.csv', example('iris.csv'), { name: 'Irises' });
  const modelId = await trainedModel(kshot, id);
  ({ model } = await kshot.ask<{ model: Taken }>(
    'query ($id: ID!) { model(id: $id) { hash bundleUrl cardUrl report { accuracyLow } } }',
    { id: modelId },
  ));
  const zip = await fetch(kshot.api + model.bundleUrl);
  bundle = Buffer.from(await zip.arrayBuffer());
  files = unzipSync(bundle);
});
afterAll(() => kshot.stop());

test('a bundle holds every format that the model has', () => {
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      'model-card.md',
      'model.safetensors',
      'model.onnx',
      'labels.json',
      'tfjs/model.json',
      'tfjs/weights.bin',
      'saved-model/saved_model.pb',
    ]),
  );
});

test.each([
  ['the model of a bundle', 'model.safetensors', () => Buffer.from(files['model.safetensors']!)],
  ['a whole bundle', 'bundle.zip', () => bundle],
])('%s is imported with the same hash', async (_, fileName, content) => {
  const uploadId = await upload(kshot, fileName, content());
  const { importModel } = await kshot.ask<{ importModel: { hash: string } }>(
    'mutation ($input: ImportModelInput!) { importModel(input: $input) { hash } }',
    { input: { uploadId, name: 'again' } },
  );
  expect(importModel.hash).toBe(model.hash);
});

test('the card names data, interval and hash, alone as in the bundle', async () => {
  const card = await (await fetch(kshot.api + model.cardUrl)).text();
  expect(card).toContain('Data set: Irises, version 1');
  expect(card).toContain(`95 % interval ${Number((100 * model.report.accuracyLow).toFixed(1))} %`);
  expect(card).toContain(`Hash: ${model.hash}`);
  expect(Buffer.from(files['model-card.md']!).toString()).toBe(card);
});
