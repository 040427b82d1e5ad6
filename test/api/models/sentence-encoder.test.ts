import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { example, type ImportedVersion, imported, upload } from '../../harness/data-sets.js';
import { evaluationEnded, startEvaluation } from '../../harness/evaluations.js';
import { type Kshot, root } from '../../harness/kshot.js';
import { endedTransfer, runEnded } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

const shipped = readFileSync(path.join(root, 'models/use-lite/model.safetensors'));

let kshot: Kshot;
let intents: ImportedVersion;
let encoder: { id: string; hash: string; fileUrl: string; isMetaModel: boolean };
beforeAll(async () => {
  kshot = await takeKshot();
  intents = await imported(kshot, 'intents.csv', example('intents.csv'));
  encoder = await importModel('encoder', shipped);
});
afterAll(() => kshot.stop());

async function importModel(name: string, file: Buffer): Promise<typeof encoder> {
  const uploadId = await upload(kshot, 'model.safetensors', file);
  const answer = await kshot.ask<{ importModel: typeof encoder }>(
    'mutation ($input: ImportModelInput!) { importModel(input: $input) { id hash fileUrl isMetaModel } }',
    { input: { uploadId, name } },
  );
  return answer.importModel;
}

test('a file of Kshot comes back as it was', async () => {
  const file = Buffer.from(await (await fetch(kshot.api + encoder.fileUrl)).arrayBuffer());
  expect(file.equals(shipped)).toBe(true);
  expect(await importModel('again', file)).toMatchObject({ hash: encoder.hash, isMetaModel: true });
});

test('the shipped meta-model of characters is whole', async () => {
  const file = readFileSync(path.join(root, 'models/characters/model.safetensors'));
  expect(await importModel('characters', file)).toMatchObject({ isMetaModel: true });
});

test('a file of Kshot that is cut off is refused, and says so', async () => {
  const uploadId = await upload(kshot, 'model.safetensors', shipped.subarray(0, shipped.length - 2));
  const input = { uploadId, name: 'cut' };
  const query = 'mutation ($input: ImportModelInput!) { importModel(input: $input) { id } }';
  expect(await refusal(kshot.ask(query, { input }))).toEqual({
    code: 'DATA_FORMAT',
    message: expect.stringContaining('model file is incomplete'),
  });
});

test('the sentence encoder tells new intents apart from two sentences of each', async () => {
  const support = [
    { name: 'lights', examples: [{ text: 'switch the lamp on' }, { text: 'make it darker in here' }] },
    { name: 'music', examples: [{ text: 'play some jazz' }, { text: 'next song please' }] },
  ];
  const built = await kshot.ask<{ buildSubModel: { id: string } }>(
    'mutation ($input: BuildSubModelInput!) { buildSubModel(input: $input) { id } }',
    { input: { metaModelId: encoder.id, support } },
  );
  const asked = [{ text: 'I would like to hear the Beatles' }, { text: 'turn off the bedroom light' }];
  const { predict } = await kshot.ask<{ predict: { class: string }[] }>(
    'query ($id: ID!, $inputs: [PredictInput!]!) { predict(modelId: $id, inputs: $inputs) { class } }',
    { id: built.buildSubModel.id, inputs: asked },
  );
  expect(predict.map((one) => one.class)).toEqual(['music', 'lights']);
});

test('classes without an example are told apart by their names', async () => {
  const support = ['switch lamps', 'play music', 'set an alarm'].map((name) => ({ name, examples: [] }));
  const built = await kshot.ask<{ buildSubModel: { id: string } }>(
    'mutation ($input: BuildSubModelInput!) { buildSubModel(input: $input) { id } }',
    { input: { metaModelId: encoder.id, support } },
  );
  const asked = [{ text: 'play some loud music' }, { text: 'wake me with an alarm at seven' }];
  const { predict } = await kshot.ask<{ predict: { class: string }[] }>(
    'query ($id: ID!, $inputs: [PredictInput!]!) { predict(modelId: $id, inputs: $inputs) { class } }',
    { id: built.buildSubModel.id, inputs: asked },
  );
  expect(predict.map((one) => one.class)).toEqual(['play music', 'set an alarm']);
});

test('a transfer from it reaches more than hashed words do in the same folds', async () => {
  const options = { method: 'RIDGE' };
  const run = await endedTransfer(kshot, { versionId: intents.id, modelId: encoder.id, options });
  expect(run.report!.accuracy).toBeGreaterThan(0.5); // chance is 1/8
  const folds = { crossValidation: { folds: 4 } };
  const scored = async (head: Record<string, unknown>) => {
    const id = await startEvaluation(kshot, intents.id, folds, { head });
    return (await evaluationEnded(kshot, id)).report!.accuracy.value;
  };
  expect(await scored({ modelId: encoder.id, options })).toBeGreaterThan(await scored({ options }));
});

test.each(['potion-base-8m', 'minilm-l6', 'minilm-l6-use-lite'])(
  '%s is whole, and a head on it learns the intents',
  async (folder) => {
    const file = readFileSync(path.join(root, `models/${folder}/model.safetensors`));
    const { id } = await importModel(folder, file);
    const options = { method: 'KERNEL_RIDGE' };
    const run = await endedTransfer(kshot, { versionId: intents.id, modelId: id, options });
    expect(run.report!.accuracy).toBeGreaterThan(0.7); // chance is 1/8
  },
);

test('training on texts, with nothing chosen, puts a calibrated head on the encoder', async () => {
  const { train } = await kshot.ask<{ train: { id: string; technique: string; method: string } }>(
    'mutation ($input: TrainInput!) { train(input: $input) { id technique method } }',
    { input: { versionId: intents.id } },
  );
  expect(train).toMatchObject({ technique: 'TRANSFER', method: 'AUTO' });
  const run = await runEnded(kshot, train.id);
  const { summary } = (
    await kshot.ask<{ run: { summary: { name: string; value: number }[] } }>(
      `{ run(id: "${train.id}") { summary { name value } } }`,
    )
  ).run;
  const value = (name: string) => summary.find((one) => one.name === name)?.value as number;
  expect(value('crossValidationAccuracy')).toBeGreaterThan(0.75);
  expect(value('crossValidationAccuracyLow')).toBeLessThan(value('crossValidationAccuracy'));
  const { predict } = await kshot.ask<{
    predict: { class: string; probabilities: { probability: number }[] }[];
  }>(
    `query ($id: ID!) { predict(modelId: $id, inputs: [{ text: "wake me at seven tomorrow" }]) {
      class probabilities { probability } } }`,
    { id: run.models[0]!.id },
  );
  expect(predict[0]?.class).toBe('set_alarm');
  expect(Math.max(...predict[0]!.probabilities.map((one) => one.probability))).toBeGreaterThan(0.5);
});

test('Train starts from two encoders side by side where they are named, and its model answers', async () => {
  const pair = await importModel(
    'MiniLM with USE Lite',
    readFileSync(path.join(root, 'models/minilm-l6-use-lite/model.safetensors')),
  );
  const { train } = await kshot.ask<{ train: { id: string } }>(
    'mutation ($input: TrainInput!) { train(input: $input) { id } }',
    { input: { versionId: intents.id, modelId: pair.id } },
  );
  const run = await runEnded(kshot, train.id);
  const { predict, model } = await kshot.ask<{
    predict: { class: string }[];
    model: { parent: { id: string } };
  }>(
    `query ($id: ID!) { model(id: $id) { parent { id } }
      predict(modelId: $id, inputs: [{ text: "wake me at seven tomorrow" }]) { class } }`,
    { id: run.models[0]!.id },
  );
  expect(predict[0]?.class).toBe('set_alarm');
  expect(model.parent.id).toBe(pair.id);
});
