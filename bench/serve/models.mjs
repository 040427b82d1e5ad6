import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import sharp from 'sharp';
import { root } from '../../tools/setup.mjs';

export async function uploaded(kshot, fileName, content) {
  const { createUpload } = await kshot.ask(
    'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { id url } }',
    { input: { fileName, bytes: content.length } },
  );
  await fetch(kshot.api + createUpload.url, { method: 'PUT', body: content });
  return createUpload.id;
}

async function versionOf(kshot, fileName) {
  const uploadId = await uploaded(kshot, fileName, readFileSync(path.join(root, 'examples/data', fileName)));
  const { importDataSet } = await kshot.ask(
    'mutation ($input: ImportDataSetInput!) { importDataSet(input: $input) { id } }',
    { input: { uploadId, name: `bench ${fileName}` } },
  );
  return until(
    () => kshot.ask(`{ one: dataSetVersion(id: "${importDataSet.id}") { id status failure { message } } }`),
    'READY',
  );
}

async function shippedModel(kshot, wanted) {
  const known = JSON.parse(readFileSync(path.join(root, 'models/index.json'), 'utf8'));
  const { name, file, classes, pixels } = known.find((one) => one.name.includes(wanted));
  const uploadId = await uploaded(kshot, path.basename(file), readFileSync(path.join(root, 'models', file)));
  const names =
    classes &&
    readFileSync(path.join(root, 'models', classes), 'utf8')
      .trim()
      .split('\n');
  const { importModel } = await kshot.ask(
    'mutation ($input: ImportModelInput!) { importModel(input: $input) { id } }',
    { input: { uploadId, name, classes: names, pixels } },
  );
  return importModel.id;
}

async function until(look, wanted) {
  for (;;) {
    const { one } = await look();
    if (one.status === wanted) return one;
    if (one.status === 'FAILED') throw new Error(one.failure?.message);
    await delay(100);
  }
}

async function trained(kshot, mutation, type, input) {
  const { started } = await kshot.ask(
    `mutation ($input: ${type}!) { started: ${mutation}(input: $input) { id } }`,
    {
      input,
    },
  );
  const run = await until(
    () => kshot.ask(`{ one: run(id: "${started.id}") { status failure { message } models { id } } }`),
    'DONE',
  );
  return run.models[0].id;
}

/** What is asked: a model of each kind, with one input for it. */
export async function servedModels(kshot) {
  const irises = await versionOf(kshot, 'iris.csv');
  const intents = await versionOf(kshot, 'intents.csv');
  const photo = await sharp({
    create: {
      width: 320,
      height: 240,
      channels: 3,
      background: 'white',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg()
    .toBuffer();
  const row = ['sepal_length', 'sepal_width', 'petal_length', 'petal_width'].map((column, i) => ({
    column,
    value: String(5 - i),
  }));
  const train = (mutation, type, input) => trained(kshot, mutation, type, input);
  return {
    row: {
      modelId: await train('startPretraining', 'StartPretrainingInput', {
        versionId: irises.id,
        options: { epochs: 5 },
      }),
      input: { row },
    },
    text: {
      modelId: await train('startTransfer', 'StartTransferInput', {
        versionId: intents.id,
        modelId: await shippedModel(kshot, 'Sentence'),
      }),
      input: { text: 'wake me at seven tomorrow' },
    },
    photo: {
      modelId: await shippedModel(kshot, 'MobileNet'),
      input: { image: photo.toString('base64') },
    },
  };
}
