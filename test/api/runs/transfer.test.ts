import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { drawings, example, imported } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { mapOf, startFewShot } from '../../harness/models/few-shot.js';
import { runEnded, startRun } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
beforeAll(async () => {
  kshot = await takeKshot();
});
afterAll(() => kshot.stop());

test('a pretrained model is brought to a small set by a head, and by fine-tuning', async () => {
  const digits = await imported(kshot, 'digits8x8.csv', example('digits8x8.csv'));
  const lines = example('digits8x8.csv').toString().trim().split('\n');
  const few = [lines[0], ...lines.slice(1, 201)].join('\n');
  const small = await imported(kshot, 'few.csv', few, { testShare: 0.5 });
  const pretrained = await runEnded(kshot, await startRun(kshot, digits.id, { epochs: 5 }));
  const modelId = pretrained.models[0]!.id;
  for (const method of ['CENTROID', 'NEAREST_NEIGHBOURS', 'CACHE', 'RIDGE', 'FINE_TUNE']) {
    const run = await runEnded(
      kshot,
      await startFewShot(kshot, 'startTransfer', {
        versionId: small.id,
        modelId,
        options: { method, epochs: 5, batchSize: 16 },
      }),
    );
    expect(run.report?.accuracy, method).toBeGreaterThan(0.85);
    expect(run.models).toHaveLength(1);
    const { points } = await mapOf(kshot, run.id);
    const right = points.filter(({ example, predicted }) => predicted?.name === example.class.name);
    // All 100 test examples are shown, so that the map is right as often as the report says.
    expect(right.length / points.length, method).toBeCloseTo(run.report!.accuracy, 9);
    const file = await fetch(`${kshot.api}/files/models/${run.models[0]!.id}/saved-model.zip`);
    expect(file.status, method).toBe(200);
    const keeps = method === 'NEAREST_NEIGHBOURS' || method === 'CACHE';
    expect(run.models[0]!.downloadUrl === null, 'stock TensorFlow.js has no such layers').toBe(keeps);
    if (keeps) expect((await fetch(`${kshot.api}/files/models/${run.models[0]!.id}.zip`)).status).toBe(400);
  }
  const pieces = readdirSync(path.join(kshot.home, 'blobs', 'features'));
  expect(pieces, 'the features of one version by one backbone are computed once').toHaveLength(1);
  const handwriting = await imported(kshot, 'handwriting.zip', drawings());
  const wrong = refusal(startFewShot(kshot, 'startTransfer', { versionId: handwriting.id, modelId }));
  expect((await wrong).message).toMatch(/takes table examples, this data set has image ones/);
});

test('a transferred model names the classes that it may be at once, by the folds that its head was chosen by', async () => {
  const { id: versionId } = await imported(kshot, 'iris.csv', example('iris.csv'), { name: 'Irises' });
  const options = { method: 'RIDGE' };
  const run = await runEnded(kshot, await startFewShot(kshot, 'startTransfer', { versionId, options }));
  const row = [
    ['sepal_length', '6.3'],
    ['sepal_width', '2.8'],
    ['petal_length', '5.1'],
    ['petal_width', '1.6'],
  ].map(([column, value]) => ({ column, value }));
  const { predict } = await kshot.ask<{ predict: { set: { classes: string[]; promised: number } }[] }>(
    'query ($id: ID!, $inputs: [PredictInput!]!) { predict(modelId: $id, inputs: $inputs, coverage: 0.9) { set { classes promised } } }',
    { id: run.models[0]!.id, inputs: [{ row }] },
  );
  expect(predict[0]!.set).toEqual({
    classes: expect.arrayContaining(['versicolor']),
    promised: expect.closeTo(0.9, 1),
  });
});

test.each([
  ['startTransfer', 'StartTransferInput', (modelId: string) => ({ modelId })],
  ['startLabelCheck', 'StartLabelCheckInput', (modelId: string) => ({ head: { modelId } })],
  [
    'startEvaluation',
    'StartEvaluationInput',
    (modelId: string) => ({ candidate: { modelId }, protocol: { split: {} } }),
  ],
])('a model of other columns is of no use to a table: %s', async (mutation, type, chosen) => {
  const { id: versionId } = await imported(kshot, 'iris.csv', example('iris.csv'));
  const run = await runEnded(
    kshot,
    await startFewShot(kshot, 'startTransfer', { versionId, options: { method: 'RIDGE' } }),
  );
  const others =
    'depth,weight,class\n' +
    Array.from({ length: 20 }, (_, i) => `${i},${2 * i},${i < 10 ? 'a' : 'b'}`).join('\n');
  const { id: other } = await imported(kshot, 'others.csv', others);
  const wrong = refusal(
    kshot.ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`, {
      input: { versionId: other, ...chosen(run.models[0]!.id) },
    }),
  );
  expect(await wrong).toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringMatching(/reads 4 columns.*lacks 4/),
  });
});
