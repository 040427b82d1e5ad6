import { readFile } from 'node:fs/promises';
import {
  type BundledAnswering,
  DomainError,
  decodeArrays,
  root,
  tokenizerFile,
  wordPieceFile,
} from '@kshot/domain';
import { isStock, type WordPieceVocabulary } from '@kshot/fewshot';
import { type Blobs, type Model, readModel } from '@kshot/store';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import type { Services } from '../context.js';
import { modelCard } from '../model/model-card.js';
import { preparation } from '../model/preparation.js';
import { hasOnnx, onnxFile } from '../onnx/onnx-file.js';
import { modelZip } from './model-zip.js';
import { answersOnDevice, samplePage } from './sample-page.js';

/** Scripts that need nothing else: the arrays of a model in Python, and answers of a table model in Python and JavaScript, the same as here. */
const LOADERS = ['load_model.py'];
const TABLE_LOADERS = ['table_model.py', 'table_model.mjs'];

/** All that a model can be taken away as, in one ZIP, which importModel takes with the same hash. */
export async function modelBundle(
  { store, predictor }: Pick<Services, 'store' | 'predictor'>,
  row: Model,
): Promise<Uint8Array> {
  const { manifest, classifier } = await readModel(store.blobs, row.hash);
  const { classes, network, input } = manifest;
  const saved = await savedModel(predictor, row.hash);
  const answering: BundledAnswering = { answered: row.answered, decision: row.decision };
  return zipSync({
    'model-card.md': Buffer.from(await modelCard(store, row.id)),
    'model.safetensors': [await readFile(store.blobs.path(row.hash)), { level: 0 }],
    'answering.json': Buffer.from(`${JSON.stringify(answering)}\n`),
    ...(await scripts(input.modality === 'TABLE' ? [...LOADERS, ...TABLE_LOADERS] : LOADERS)),
    'labels.json': Buffer.from(`${JSON.stringify(classes)}\n`),
    ...(await tokenizer(input)),
    ...(hasOnnx(network)
      ? { 'model.onnx': [onnxFile(classifier, preparation(manifest)), { level: 0 }] }
      : {}),
    ...(isStock(network) ? within('tfjs', await modelZip(store, row.hash)) : {}),
    ...(answersOnDevice(row) ? await samplePage(store, row) : {}),
    ...(saved ? within('saved-model', saved) : {}),
  });
}

/** Folders of the tokenizers that ship. */
const shipped: Readonly<Record<string, string>> = { MINILM_L6: 'minilm-l6' };

/** That of a model of tokens. */
async function tokenizer(input: Model['manifest']['input']): Promise<Zippable> {
  if (input.modality !== 'TEXT' || !input.tokenizer) return {};
  const { tokenizer: name, features: most } = input;
  const text = tokenizerFile(name, most) ?? (await shippedTokenizer(shipped[name] as string, most));
  return { 'tokenizer.json': Buffer.from(text) };
}

async function shippedTokenizer(folder: string, most: number): Promise<string> {
  const { metadata } = decodeArrays(await readFile(new URL(`models/${folder}/encoder.safetensors`, root)));
  return wordPieceFile(JSON.parse(metadata.vocabulary as string) as WordPieceVocabulary, most);
}

async function scripts(names: readonly string[]): Promise<Record<string, Uint8Array>> {
  const read = async (name: string) =>
    [name, await readFile(new URL(`apps/api/assets/${name}`, root))] as const;
  return Object.fromEntries(await Promise.all(names.map(read)));
}

/** A stored model as ONNX, with what is done before. */
export async function onnxOf(blobs: Blobs, hash: string): Promise<Uint8Array> {
  const { manifest, classifier } = await readModel(blobs, hash);
  return onnxFile(classifier, preparation(manifest));
}

/** Left out where the native backend, which writes it, does not run. */
async function savedModel(predictor: Services['predictor'], hash: string): Promise<Uint8Array | null> {
  try {
    return await readFile(await predictor.savedModel(hash));
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

const within = (folder: string, zip: Uint8Array): Zippable =>
  Object.fromEntries(
    Object.entries(unzipSync(zip)).map(([name, bytes]) => [`${folder}/${name}`, [bytes, { level: 0 }]]),
  );
