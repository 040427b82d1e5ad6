import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { example, type ImportedVersion, imported, upload } from '../../harness/data-sets.js';
import { type Kshot, root } from '../../harness/kshot.js';
import { endedTransfer } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
let intents: ImportedVersion;
let minilm: string;
beforeAll(async () => {
  kshot = await takeKshot();
  intents = await imported(kshot, 'intents.csv', example('intents.csv'));
  minilm = await shipped('minilm-l6');
});
afterAll(() => kshot.stop());

async function shipped(folder: string): Promise<string> {
  const file = readFileSync(path.join(root, 'models', folder, 'model.safetensors'));
  const uploadId = await upload(kshot, 'model.safetensors', file);
  const answer = await kshot.ask<{ importModel: { id: string } }>(
    'mutation ($input: ImportModelInput!) { importModel(input: $input) { id } }',
    { input: { uploadId, name: folder } },
  );
  return answer.importModel.id;
}

const tune = (modelId: string, options: Record<string, unknown>) =>
  endedTransfer(kshot, {
    versionId: intents.id,
    modelId,
    options: { method: 'TUNE_ENCODER', ...options },
  });

test('a tuned encoder shows its held-out accuracy as it learns, and answers', async () => {
  const run = await tune(minilm, { tuningSteps: 15 });
  expect(run.report!.accuracy).toBeGreaterThan(0.8);
  const query = `{ run(id: "${run.id}") { metricNames summary { name value } } }`;
  type Answer = { run: { metricNames: string[]; summary: { name: string; value: number }[] } };
  const { metricNames, summary } = (await kshot.ask<Answer>(query)).run;
  expect(metricNames).toEqual(expect.arrayContaining(['loss', 'learningRate', 'validationAccuracy']));
  expect(summary.find(({ name }) => name === 'crossValidationAccuracy')?.value).toBeGreaterThan(0.8);
  const { predict } = await kshot.ask<{ predict: { class: string }[] }>(
    'query ($id: ID!) { predict(modelId: $id, inputs: [{ text: "wake me at seven tomorrow" }]) { class } }',
    { id: run.models[0]!.id },
  );
  expect(predict[0]?.class).toBe('set_alarm');
  const bundle = await fetch(`${kshot.api}/files/models/${run.models[0]!.id}/bundle.zip`);
  const files = unzipSync(new Uint8Array(await bundle.arrayBuffer()));
  expect(JSON.parse(new TextDecoder().decode(files['tokenizer.json']))).toMatchObject({
    model: { type: 'WordPiece' },
  });
});

test('a text model says how many tokens it reads', async () => {
  const { model } = await kshot.ask<{ model: object }>(
    'query ($id: ID!) { model(id: $id) { input { tokens } } }',
    {
      id: minilm,
    },
  );
  expect(model).toEqual({ input: { tokens: 256 } });
});

test.each(['LAST', 'NORMALISATION', 'LOW_RANK'])('an encoder of which %s is tuned answers', async (tuned) => {
  const run = await tune(minilm, { tuningSteps: 3, tuned });
  expect(run.report!.accuracy).toBeGreaterThan(0.8);
});

test('tuning by one text of each class is refused before it starts', async () => {
  const csv = 'text,label,split\nwake me,alarm,train\nplay jazz,music,train\n';
  const { id: versionId } = await imported(kshot, 'single.csv', csv);
  const input = { versionId, modelId: minilm, options: { method: 'TUNE_ENCODER' } };
  const query = 'mutation ($input: StartTransferInput!) { startTransfer(input: $input) { id } }';
  expect(await refusal(kshot.ask(query, { input }))).toEqual({
    code: 'BAD_INPUT',
    message: expect.stringContaining('two examples of some class'),
  });
});

test('an encoder whose layers are not ours is refused with a way out', async () => {
  expect(await refusal(tune(await shipped('use-lite'), {}))).toEqual({
    code: 'BAD_INPUT',
    message: expect.stringContaining('Start from all-MiniLM-L6-v2'),
  });
});
