import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { root } from '../../tools/setup.mjs';
import type { Kshot } from '../home/kshot.js';
import { imported, trained, uploaded } from '../home/requests.js';

/** A model with one input for it. */
export interface ServedModel<Input> {
  readonly modelId: string;
  readonly input: Input;
}

interface Shipped {
  readonly name: string;
  readonly file: string;
  readonly classes?: string;
  readonly pixels?: string;
}

const example = (kshot: Kshot, name: string): Promise<string> =>
  imported(kshot, name, readFileSync(path.join(root, 'examples/data', name)));

async function shippedModel(kshot: Kshot, wanted: string): Promise<string> {
  const known = JSON.parse(readFileSync(path.join(root, 'models/index.json'), 'utf8')) as Shipped[];
  const found = known.find((one) => one.name.includes(wanted));
  if (!found) throw new Error(`No model that ships is called ${wanted}.`);
  const { name, file, classes, pixels } = found;
  const uploadId = await uploaded(kshot, path.basename(file), readFileSync(path.join(root, 'models', file)));
  const names =
    classes &&
    readFileSync(path.join(root, 'models', classes), 'utf8')
      .trim()
      .split('\n');
  const { importModel } = await kshot.ask<{ importModel: { id: string } }>(
    'mutation ($input: ImportModelInput!) { importModel(input: $input) { id } }',
    { input: { uploadId, name, classes: names, pixels } },
  );
  return importModel.id;
}

async function noisyPhoto(): Promise<string> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const create = { width: 320, height: 240, channels: 3, background: 'white', noise } as const;
  return (await sharp({ create }).jpeg().toBuffer()).toString('base64');
}

/** What is asked: a model of each kind, with one input for it. */
export async function servedModels(kshot: Kshot) {
  const [irises, intents] = [await example(kshot, 'iris.csv'), await example(kshot, 'intents.csv')];
  const columns = ['sepal_length', 'sepal_width', 'petal_length', 'petal_width'];
  const row = columns.map((column, i) => ({ column, value: String(5 - i) }));
  const sentences = await shippedModel(kshot, 'Sentence');
  return {
    row: {
      modelId: await trained(kshot, 'Pretraining', { versionId: irises, options: { epochs: 5 } }),
      input: { row },
    },
    text: {
      modelId: await trained(kshot, 'Transfer', { versionId: intents, modelId: sentences }),
      input: { text: 'wake me at seven tomorrow' },
    },
    photo: { modelId: await shippedModel(kshot, 'MobileNet'), input: { image: await noisyPhoto() } },
  } satisfies Record<string, ServedModel<object>>;
}
