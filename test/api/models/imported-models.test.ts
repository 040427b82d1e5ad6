import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { example, imported, upload } from '../../harness/data-sets.js';
import { type Kshot, root } from '../../harness/kshot.js';
import { runEnded, startRun } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
beforeAll(async () => {
  kshot = await takeKshot();
});
afterAll(() => kshot.stop());

test('a Keras file becomes a model that answers as Keras does', async () => {
  const folder = path.join(root, 'libs/ingest/src/models/keras/fixtures');
  const known = JSON.parse(readFileSync(path.join(folder, 'pretrained_model.json'), 'utf8')) as {
    x: number[];
    y: number[][];
  };
  const uploadId = await upload(
    kshot,
    'pretrained_model.h5',
    readFileSync(path.join(folder, 'pretrained_model.h5')),
  );
  const { importModel } = await kshot.ask<{
    importModel: { id: string; classes: string[]; layers: { kind: string }[] };
  }>('mutation ($input: ImportModelInput!) { importModel(input: $input) { id classes layers { kind } } }', {
    input: { uploadId, name: 'From Keras', classes: ['a', 'b', 'c'] },
  });
  expect(importModel).toMatchObject({
    classes: ['a', 'b', 'c'],
    layers: [{ kind: 'dense' }, { kind: 'dense' }, { kind: 'dense' }],
  });
  const row = known.x.slice(0, 8).map((value, i) => ({ column: `f${i}`, value: String(value) }));
  const { predict } = await kshot.ask<{
    predict: { probabilities: { class: string; probability: number }[] }[];
  }>(
    'query ($id: ID!, $inputs: [PredictInput!]!) { predict(modelId: $id, inputs: $inputs) { probabilities { class probability } } }',
    { id: importModel.id, inputs: [{ row }] },
  );
  for (const { class: name, probability } of predict[0]!.probabilities) {
    expect(Math.abs(probability - (known.y[0]?.['abc'.indexOf(name)] as number))).toBeLessThan(1e-5);
  }
  const graph = await upload(
    kshot,
    'graph.zip',
    readFileSync(path.join(root, 'libs/ingest/src/models/tfjs/fixtures/convolutional.zip')),
  );
  const fromGraph = await kshot.ask<{ importModel: { classes: string[]; layers: { kind: string }[] } }>(
    'mutation ($input: ImportModelInput!) { importModel(input: $input) { classes layers { kind } } }',
    { input: { uploadId: graph, name: 'From a graph' } },
  );
  expect(fromGraph.importModel.classes).toHaveLength(3);
  expect(fromGraph.importModel.layers.map(({ kind }) => kind)).toContain('depthwiseConv2d');
  const strange = await upload(kshot, 'unreadable.h5', readFileSync(path.join(folder, 'unreadable.h5')));
  const refused = refusal(
    kshot.ask('mutation ($input: ImportModelInput!) { importModel(input: $input) { id } }', {
      input: { uploadId: strange, name: 'x' },
    }),
  );
  expect(await refused).toMatchObject({
    code: 'DATA_FORMAT',
    message: expect.stringContaining('Conv2DTranspose'),
  });
});

test('what is downloaded comes back by import with the same answers', async () => {
  const iris = await imported(kshot, 'iris.csv', example('iris.csv'));
  const run = await runEnded(kshot, await startRun(kshot, iris.id, { epochs: 3 }));
  const zip = Buffer.from(await (await fetch(kshot.api + run.models[0]!.downloadUrl)).arrayBuffer());
  const uploadId = await upload(kshot, 'iris.zip', zip);
  const { importModel } = await kshot.ask<{ importModel: { id: string } }>(
    'mutation ($input: ImportModelInput!) { importModel(input: $input) { id } }',
    { input: { uploadId, name: 'Back again', classes: ['setosa', 'versicolor', 'virginica'] } },
  );
  // The original standardises its columns; the import takes what the network takes: the means, which are zeros there.
  const predict = (id: string, row: { column: string; value: string | null }[]) =>
    kshot.ask<{ predict: { probabilities: unknown }[] }>(
      'query ($id: ID!, $inputs: [PredictInput!]!) { predict(modelId: $id, inputs: $inputs) { probabilities { class probability } } }',
      { id, inputs: [{ row }] },
    );
  const CALIBRATE =
    'mutation ($input: CalibrateModelInput!) { calibrateModel(input: $input) { calibration { source examples } } }';
  const modelId = run.models[0]!.id;
  const sure = `{ predict(modelId: "${modelId}", inputs: [{ row: [] }], coverage: 0.8) { set { classes sentence } } }`;
  expect(await refusal(kshot.ask(sure))).toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('calibrateModel'),
  });
  const test = iris.splits[0]!.parts.find(({ name }) => name === 'test')!.exampleCount;
  expect(await kshot.ask(CALIBRATE, { input: { modelId } })).toEqual({
    calibrateModel: { calibration: { source: 'HELD_OUT', examples: test } },
  });
  const { predict: asked } = await kshot.ask<{ predict: { set: { sentence: string } }[] }>(sure);
  expect(asked[0]!.set.sentence).toMatch(/calibrat/);
  const flattered = refusal(kshot.ask(CALIBRATE, { input: { modelId, part: 'train' } }));
  expect(await flattered).toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('flatter') });
  const original = await predict(run.models[0]!.id, []);
  const back = await predict(importModel.id, [{ column: 'f0', value: '0' }]);
  expect(back.predict[0]?.probabilities).toEqual(original.predict[0]?.probabilities);
});
