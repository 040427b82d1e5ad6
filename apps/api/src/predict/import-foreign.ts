import { DomainError, encoderModel, type ModelManifest } from '@kshot/domain';
import { type InputSpec, type Layer, layerShapes, type Network, parameterCount } from '@kshot/fewshot';
import { type ForeignModel, readForeignModel } from '@kshot/ingest';
import { type Blobs, writeModel } from '@kshot/store';
import { assertAnswers } from './assert-answers.js';
import { assertServable } from './assert-servable.js';
import { importOwn, ownModelOf } from './import-own.js';
import type { BuiltModel, PixelScale, Question } from './protocol.js';

/** Reads a file of Kshot, Keras, TensorFlow.js or Hugging Face and stores it as one of our models. Of the latter two, pictures enter as bytes; features as columns f0, f1, … */
export async function importForeign(
  blobs: Blobs,
  { uploadHash, classes, pixels }: Extract<Question, { kind: 'foreign' }>,
): Promise<BuiltModel> {
  return reading(async () => {
    const own = await ownModelOf(blobs, uploadHash);
    return own ? importOwn(blobs, own) : converted(blobs, uploadHash, classes, pixels);
  });
}

/** Whatever goes wrong in a file that nobody here wrote is the file's. */
async function reading(read: () => Promise<BuiltModel>): Promise<BuiltModel> {
  try {
    return await read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof DomainError || code !== undefined) throw error;
    throw new DomainError(
      'DATA_FORMAT',
      'The model file is incomplete or damaged, or a .safetensors without what belongs to it. Export it again; of a Hugging Face model, put config.json, tokenizer.json and model.safetensors into a ZIP.',
    );
  }
}

async function converted(
  blobs: Blobs,
  uploadHash: string,
  classes: readonly string[] | null,
  pixels: PixelScale,
): Promise<BuiltModel> {
  const foreign = await readForeignModel(blobs.path(uploadHash));
  const { network, weights, classes: named } = foreign;
  assertServable(network);
  if (named?.length === 0) return encoder(blobs, foreign);
  const outputs = layerShapes(network).at(-1)?.outputShape ?? [];
  const count = outputs.length === 1 ? (outputs[0] as number) : 0;
  if (count < 2)
    throw new DomainError(
      'DATA_FORMAT',
      `The model gives ${outputs.join(' x ')} numbers for an example, not one for each of several classes.`,
    );
  if (classes && classes.length !== count) {
    throw new DomainError(
      'BAD_INPUT',
      `The model tells ${count} classes apart, and ${classes.length} names were given. Give one for each, in the order of its outputs.`,
    );
  }
  const own = named?.length === count ? named : undefined;
  const manifest: ModelManifest = {
    format: 'kshot-model-1',
    input: inputOf(network),
    network: withScale(network, pixels),
    classes: [...(classes ?? own ?? Array.from({ length: count }, (_, k) => `class ${k}`))],
  };
  assertAnswers(manifest, weights);
  return {
    stored: await writeModel(blobs, manifest, weights),
    manifest,
    parameterCount: parameterCount(network),
  };
}

async function encoder(blobs: Blobs, { network, weights, tokenizer }: ForeignModel): Promise<BuiltModel> {
  const input: InputSpec = tokenizer
    ? { modality: 'TEXT', features: network.inputShape[0] as number, tokenizer }
    : inputOf(network);
  const model = encoderModel(input, network, weights);
  assertAnswers(model.manifest, model.weights);
  return {
    stored: await writeModel(blobs, model.manifest, model.weights),
    manifest: model.manifest,
    parameterCount: parameterCount(network),
  };
}

function inputOf({ inputShape }: Network): InputSpec {
  const [first = 0, width, channels] = inputShape;
  if (width !== undefined && channels !== undefined) {
    if (channels !== 1 && channels !== 3)
      throw new DomainError(
        'DATA_FORMAT',
        `The model takes pictures with ${channels} channels. Grey (1) and colour (3) are read.`,
      );
    return { modality: 'IMAGE', height: first, width, channels };
  }
  const columns = Array.from(
    { length: first },
    (_, i) => ({ kind: 'NUMBER', name: `f${i}`, mean: 0, deviation: 1, flagMissing: false }) as const,
  );
  return { modality: 'TABLE', columns };
}

/** Bytes become what the model was trained on. */
function withScale(network: Network, pixels: PixelScale): Network {
  if (network.inputShape.length !== 3 || pixels === 'BYTES') return network;
  const layer: Layer =
    pixels === 'ZERO_TO_ONE'
      ? { kind: 'rescale', name: 'kshot_pixels', factor: 1 / 255 }
      : { kind: 'rescale', name: 'kshot_pixels', factor: 1 / 127.5, offset: -1 };
  return { ...network, layers: [layer, ...network.layers] };
}
