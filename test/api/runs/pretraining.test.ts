import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadBackend } from '@kshot/native';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { readSeries } from '@kshot/store';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { binding } from '../../../libs/native/src/binding.js';
import { drawings, example, imported } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { runEnded, runUntil, startRun } from '../../harness/runs.js';
import { type Batch, gather, METRICS, subscribed } from '../../harness/subscribe.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
beforeAll(async () => {
  kshot = await takeKshot();
});
afterAll(() => kshot.stop());

/** What PostgreSQL holds of a run, by series. */
async function recorded(runId: string): Promise<Map<string, [number, number][]>> {
  const series = await readSeries(kshot.pool, runId);
  return new Map(
    series.map(({ name, steps, values }) => [
      name,
      steps.map((step, i): [number, number] => [step, values[i] as number]),
    ]),
  );
}

test('digits8x8 with the reference network reaches 0.96 on the held-out fifth', async () => {
  const version = await imported(kshot, 'digits8x8.csv', example('digits8x8.csv'));
  expect(version).toMatchObject({ status: 'READY', exampleCount: 1797, classCount: 10 });
  const run = await runEnded(kshot, await startRun(kshot, version.id));
  expect(run.report?.exampleCount).toBe(
    version.splits[0]?.parts.find(({ name }) => name === 'test')?.exampleCount,
  );
  expect(run.report?.accuracy).toBeGreaterThanOrEqual(0.96);
});

test('a subscriber gets each step once, in order, as PostgreSQL has them, also across a reconnect', async () => {
  const version = await imported(kshot, 'digits8x8.csv', example('digits8x8.csv'));
  const runId = await startRun(kshot, version.id, { epochs: 60 });
  const seen = new Map<string, [number, number][]>();
  let after = 0;
  for (let connection = 1, done = false; !done; connection++) {
    for await (const { runMetrics } of subscribed<{ runMetrics: Batch }>(kshot.api, METRICS, {
      runId,
      after,
    })) {
      gather(seen, runMetrics);
      after = runMetrics.lastStep;
      done = runMetrics.done;
      if (connection <= 3 && runMetrics.series.length > 0) break; // drops the socket in the middle
    }
  }
  const losses = seen.get('loss')?.map(([step]) => step) ?? [];
  expect(losses).toEqual(Array.from({ length: losses.length }, (_, i) => i + 1));
  expect([...seen].sort()).toEqual([...(await recorded(runId))].sort());
  expect(seen.get('validationAccuracy')).toHaveLength(60);
});

test('the model is the same in stock TensorFlow.js, and answers the same bits each time', async () => {
  const version = await imported(kshot, 'iris.csv', example('iris.csv'));
  const run = await runEnded(kshot, await startRun(kshot, version.id, { epochs: 5 }));
  const [model] = run.models;
  const row = { sepal_length: '5.1', sepal_width: '3.5', petal_length: '1.4', petal_width: '0.2' };
  const query =
    'query ($id: ID!, $inputs: [PredictInput!]!) { predict(modelId: $id, inputs: $inputs) { class probabilities { class probability } } }';
  const inputs = [{ row: Object.entries(row).map(([column, value]) => ({ column, value })) }];
  const first = await kshot.ask<{
    predict: { class: string; probabilities: { class: string; probability: number }[] }[];
  }>(query, { id: model?.id, inputs });
  expect(await kshot.ask(query, { id: model?.id, inputs: [...inputs, ...inputs] })).toEqual({
    predict: [first.predict[0], first.predict[0]],
  });

  const files = unzipSync(new Uint8Array(await (await fetch(kshot.api + model?.downloadUrl)).arrayBuffer()));
  const text = (name: string) => JSON.parse(new TextDecoder().decode(files[name]));
  const { modelTopology, weightsManifest } = text('model.json');
  const weightData = (files['weights.bin'] as Uint8Array).slice().buffer;
  const stock = await loadLayersModel({
    load: async () => ({ modelTopology, weightSpecs: weightsManifest[0].weights, weightData }),
  });
  const { input, classes } = text('kshot.json');
  const x = input.columns.map(
    (column: { name: keyof typeof row; mean: number; deviation: number }) =>
      (Number(row[column.name]) - column.mean) / column.deviation,
  );
  const probabilities = [...(stock.predict(tf.tensor2d([x])) as tf.Tensor).dataSync()];
  for (const { class: name, probability } of first.predict[0]!.probabilities) {
    expect(probabilities[classes.indexOf(name)]).toBeCloseTo(probability, 6);
  }
});

test('the model is the same as a SavedModel in TensorFlow', async () => {
  const version = await imported(kshot, 'iris.csv', example('iris.csv'));
  const run = await runEnded(kshot, await startRun(kshot, version.id, { epochs: 5 }));
  const cells = [5.1, 3.5, 1.4, 0.2];
  const names = ['sepal_length', 'sepal_width', 'petal_length', 'petal_width'];
  const row = names.map((column, i) => ({ column, value: String(cells[i]) }));
  type Answer = {
    model: { savedModelUrl: string };
    predict: { probabilities: { class: string; probability: number }[] }[];
  };
  const { model, predict } = await kshot.ask<Answer>(
    'query ($id: ID!, $inputs: [PredictInput!]!) { model(id: $id) { savedModelUrl } predict(modelId: $id, inputs: $inputs) { probabilities { class probability } } }',
    { id: run.models[0]?.id, inputs: [{ row }] },
  );
  const files = unzipSync(new Uint8Array(await (await fetch(kshot.api + model.savedModelUrl)).arrayBuffer()));
  const folder = path.join(kshot.home, 'downloaded');
  mkdirSync(path.join(folder, 'variables'), { recursive: true });
  writeFileSync(path.join(folder, 'saved_model.pb'), files['saved_model.pb'] as Uint8Array);
  const { input, classes } = JSON.parse(new TextDecoder().decode(files['kshot.json']));
  const x = input.columns.map(
    ({ mean, deviation }: { mean: number; deviation: number }, i: number) =>
      ((cells[i] as number) - mean) / deviation,
  );
  await loadBackend();
  const session = binding().loadSavedModel(folder, 'serve');
  const fed = binding().createTensor([1, 4], 1, Float32Array.from(x));
  const [found] = binding().runSavedModel(session, [fed], 'serving_default_x:0', 'output_probabilities:0');
  const probabilities = binding().tensorDataSync(found!.id);
  for (const { class: name, probability } of predict[0]!.probabilities)
    expect(probabilities[classes.indexOf(name)]).toBeCloseTo(probability, 6);
  const missing = await fetch(`${kshot.api}/files/models/${version.id}/saved-model.zip`);
  expect([missing.status, (await missing.json()).error.code]).toEqual([404, 'NOT_FOUND']);
});

test('pictures and texts are trained on by the same road', async () => {
  const intents = await imported(kshot, 'intents.csv', example('intents.csv'));
  const text = await runEnded(kshot, await startRun(kshot, intents.id, { epochs: 20, learningRate: 0.01 }));
  expect(text.report?.accuracy).toBeGreaterThan(0.5); // chance is 0.125
  const { predict } = await kshot.ask<{ predict: { class: string }[] }>(
    'query ($id: ID!) { predict(modelId: $id, inputs: [{ text: "wake me up at seven" }]) { class } }',
    { id: text.models[0]?.id },
  );
  expect(predict[0]?.class).toBe('set_alarm');

  const handwriting = await imported(kshot, 'handwriting.zip', drawings());
  const picture = await runEnded(
    kshot,
    await startRun(kshot, handwriting.id, { network: 'CONV4', filters: 8, epochs: 2 }),
  );
  const { models } = await kshot.ask<{ models: { nodes: { input: unknown }[] } }>(
    '{ models(first: 1) { nodes { input { modality image { height width channels } } layers { kind } } } }',
  );
  expect(models.nodes[0]?.input).toEqual({
    modality: 'IMAGE',
    image: { height: 28, width: 28, channels: 1 },
  });
  expect(picture.report?.exampleCount).toBe(48);
});

test('cancelling a run stops it within a step, and retrying goes on where it stopped', async () => {
  const version = await imported(kshot, 'digits8x8.csv', example('digits8x8.csv'));
  const id = await startRun(kshot, version.id, { epochs: 3000 });
  await runUntil(kshot, id, ({ progress }) => (progress?.step ?? 0) > 0);
  await kshot.ask('mutation ($id: ID!) { cancelRun(id: $id) { cancelRequested } }', { id });
  const cancelled = await runUntil(kshot, id, ({ status }) => status === 'CANCELLED');
  expect(cancelled.progress?.step).toBeLessThan(cancelled.progress?.steps ?? 0);
  await kshot.ask('mutation ($id: ID!) { retryRun(id: $id) { status } }', { id });
  const again = await runUntil(
    kshot,
    id,
    ({ attempts, progress }) => attempts.length === 2 && (progress?.step ?? 0) > 0,
  );
  expect(again.progress?.step).toBeGreaterThan(cancelled.progress?.step ?? 0);
  await kshot.ask('mutation ($id: ID!) { cancelRun(id: $id) { id } }', { id });
  await runUntil(kshot, id, ({ status }) => status === 'CANCELLED');
});

test('a table of twenty rows is trained on with nothing chosen', async () => {
  const rows = Array.from({ length: 20 }, (_, i) => `${i % 2 ? 1 : 9}.${i},${i % 2 ? 'low' : 'high'}`);
  const version = await imported(kshot, 'small.csv', `size,label\n${rows.join('\n')}\n`);
  const { train } = await kshot.ask<{ train: { id: string; technique: string } }>(
    'mutation ($input: TrainInput!) { train(input: $input) { id technique } }',
    { input: { versionId: version.id } },
  );
  expect(train.technique).toBe('TRANSFER');
  expect((await runEnded(kshot, train.id)).models).toHaveLength(1);
});
