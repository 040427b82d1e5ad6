import { readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { imported, upload } from '../../harness/data-sets.js';
import { type Kshot, root } from '../../harness/kshot.js';
import { endedTransfer } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

const fixtures = path.join(root, 'libs/ingest/src/models/hugging-face/fixtures');
const read = (name: string) => readFileSync(path.join(fixtures, name));
const { models } = JSON.parse(read('tiny.json').toString());
const towers = JSON.parse(read('tiny-towers.json').toString());
const tokenizers = JSON.parse(
  readFileSync(path.join(root, 'libs/domain/src/fixtures/tokenizers.json')).toString(),
);
const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const tower = (kind: 'clip' | 'siglip' | 'dinov2') => ({
  'config.json': json(towers[kind].config),
  'model.safetensors': read(`tiny-${kind}.safetensors`),
});
const config = (changes: Record<string, unknown> = {}) =>
  Buffer.from(JSON.stringify({ model_type: 'bert', ...models.bert.config, ...changes }));
const tiny = {
  'tiny/config.json': config(),
  'tiny/tokenizer.json': read('tiny-tokenizer.json'),
  'tiny/model.safetensors': read('tiny-bert.safetensors'),
};

let kshot: Kshot;
beforeAll(async () => {
  kshot = await takeKshot();
});
afterAll(() => kshot.stop());

type Imported = { id: string; isMetaModel: boolean };
async function importZip(files: Record<string, Uint8Array>): Promise<Imported> {
  const uploadId = await upload(kshot, 'tiny.zip', Buffer.from(zipSync(files)));
  const answer = await kshot.ask<{ importModel: Imported }>(
    'mutation ($input: ImportModelInput!) { importModel(input: $input) { id isMetaModel } }',
    { input: { uploadId, name: 'tiny' } },
  );
  return answer.importModel;
}

test.each([
  ['BERT', tiny],
  ['CLIP', { ...tower('clip'), 'tokenizer.json': json(tokenizers.CLIP.tokenizer) }],
  ['SigLIP', { ...tower('siglip'), 'tokenizer.json': json(tokenizers.SigLIP.tokenizer) }],
])('the text encoder of %s in a ZIP becomes a model that heads and tuning start from', async (_, files) => {
  const model = await importZip(files);
  expect(model).toMatchObject({ isMetaModel: true });
  const rows = ['music', 'light'].flatMap((label) =>
    Array.from({ length: 10 }, (_, i) => `${label === 'light' ? 'turn' : 'play'} ${label} word${i},${label}`),
  );
  const version = await imported(kshot, 'small.csv', `text,label\n${rows.join('\n')}\n`);
  for (const method of ['KERNEL_RIDGE', 'TUNE_ENCODER']) {
    const run = await endedTransfer(kshot, {
      versionId: version.id,
      modelId: model.id,
      options: { method, tuningSteps: 10 },
    });
    const { predict } = await kshot.ask<{ predict: { class: string }[] }>(
      'query ($id: ID!) { predict(modelId: $id, inputs: [{ text: "Turn on the light" }]) { class } }',
      { id: run.models[0]!.id },
    );
    expect(predict[0]?.class, method).toBe('light');
  }
});

test.each([
  [
    'another architecture',
    { 'tiny/config.json': config({ model_type: 'mamba' }) },
    /architecture mamba are not/,
  ],
  ['weights of another size', { 'tiny/config.json': config({ hidden_size: 32 }) }, /configuration says/],
  [
    'half of the weights',
    { 'tiny/model.safetensors': read('tiny-bert.safetensors').subarray(0, 9000) },
    /incomplete|not as long/,
  ],
  ['a broken tokeniser', { 'tiny/tokenizer.json': Buffer.from('{') }, /not valid JSON/],
])('%s is refused, and says what is wrong', async (_, files, message) => {
  expect(await refusal(importZip({ ...tiny, ...files }))).toEqual({
    code: 'DATA_FORMAT',
    message: expect.stringMatching(message),
  });
});

test('a model without its tokeniser is refused with the name of the file', async () => {
  const { 'tiny/tokenizer.json': _, ...rest } = tiny;
  expect(await refusal(importZip(rest))).toEqual({
    code: 'DATA_FORMAT',
    message: expect.stringContaining('no tokenizer.json'),
  });
});

const vit = JSON.parse(read('tiny-vit.json').toString());
const imageEncoders = [
  [
    'ViT',
    {
      'config.json': json({ model_type: 'vit', ...vit.config }),
      'model.safetensors': read('tiny-vit.safetensors'),
    },
  ],
  ['DINOv2', tower('dinov2')],
  ['CLIP', tower('clip')],
  ['SigLIP', tower('siglip')],
] as const;
const png = (colour: string): Promise<Buffer> =>
  sharp({ create: { width: 12, height: 12, channels: 3, background: colour } })
    .png()
    .toBuffer();

test.each(imageEncoders)('the image encoder of %s in a ZIP tells pictures apart', async (_, files) => {
  const model = await importZip({ ...files, 'preprocessor_config.json': json(vit.processor) });
  const colours = await Promise.all(['#d02020', '#2020d0', '#2828c0'].map(png));
  const [red, blue, asked] = colours.map((colour) => colour.toString('base64'));
  const support = [
    { name: 'red', examples: [{ image: red }] },
    { name: 'blue', examples: [{ image: blue }] },
  ];
  const built = await kshot.ask<{ buildSubModel: { id: string } }>(
    'mutation ($input: BuildSubModelInput!) { buildSubModel(input: $input) { id } }',
    { input: { metaModelId: model.id, support } },
  );
  const { predict } = await kshot.ask<{ predict: { class: string }[] }>(
    'query ($id: ID!, $inputs: [PredictInput!]!) { predict(modelId: $id, inputs: $inputs) { class } }',
    { id: built.buildSubModel.id, inputs: [{ image: asked }] },
  );
  expect(predict[0]?.class).toBe('blue');
});

test.each(imageEncoders)(
  'the image encoder of %s is fine-tuned, and downloaded as a SavedModel',
  async (_, files) => {
    const model = await importZip({ ...files, 'preprocessor_config.json': json(vit.processor) });
    const pictures: Record<string, Uint8Array> = {};
    for (let i = 0; i < 10; i++) {
      pictures[`red/${i}.png`] = await png(`#${(200 + i).toString(16)}2020`);
      pictures[`blue/${i}.png`] = await png(`#2020${(200 + i).toString(16)}`);
    }
    const version = await imported(kshot, 'colours.zip', Buffer.from(zipSync(pictures)), { testShare: 0.2 });
    const run = await endedTransfer(kshot, {
      versionId: version.id,
      modelId: model.id,
      options: { method: 'FINE_TUNE', epochs: 10, batchSize: 8 },
    });
    expect(run.report?.accuracy).toBe(1);
    expect((await fetch(`${kshot.api}/files/models/${run.models[0]!.id}/saved-model.zip`)).status).toBe(200);
  },
);
