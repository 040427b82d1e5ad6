import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { DomainError, type ModelManifest, readAnswering } from '@kshot/domain';
import { type Classifier, layerShapes, metaMethods, parameterCount, unfitArray } from '@kshot/fewshot';
import { withBundledModel } from '@kshot/ingest';
import { type Blobs, readModel } from '@kshot/store';
import { assertAnswers } from './assert-answers.js';
import { assertFigures } from './assert-figures.js';
import { assertServable } from './assert-servable.js';
import type { BuiltModel } from './protocol.js';

/** One of our models, with what lies beside it. */
export interface OwnModel {
  readonly hash: string;
  readonly answering?: string;
}

/** The file itself, or the one in the ZIP that it was taken away in; undefined of other models. */
export async function ownModelOf(blobs: Blobs, hash: string): Promise<OwnModel | undefined> {
  const file = blobs.path(hash);
  const head = await headOf(file);
  if (isOwn(head)) return { hash };
  if (head.toString('latin1', 0, 4) !== 'PK\x03\x04') return undefined;
  return withBundledModel(file, async (model, answering) => {
    if (!isOwn(await headOf(model))) return undefined;
    const stored = await blobs.write(createReadStream(model));
    return { hash: stored.hash, ...(answering === undefined ? {} : { answering }) };
  });
}

/** Whether a file begins as one of our models does: the length of a JSON header, then the header. */
const isOwn = (head: Buffer): boolean =>
  head.length === 9 && head.readUInt32LE(4) === 0 && head[8] === '{'.charCodeAt(0);

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(9), 0, 9, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A model that was downloaded from Kshot, as it was: the file is the model. Everything it says is checked before it is kept. */
export async function importOwn(blobs: Blobs, { hash, answering }: OwnModel): Promise<BuiltModel> {
  const { manifest, weights } = await readModel(blobs, hash);
  assertWhole(manifest, weights);
  assertFigures(manifest);
  assertServable(manifest.network);
  assertAnswers(manifest, weights);
  const { size } = await stat(blobs.path(hash));
  return {
    stored: { hash, bytes: size },
    manifest,
    parameterCount: parameterCount(manifest.network),
    ...(answering === undefined ? {} : readAnswering(answering, manifest)),
  };
}

function assertWhole({ network, classes, meta }: ModelManifest, weights: Classifier['weights']): void {
  if (meta && !metaMethods.some(({ name }) => name === meta.method))
    throw broken(`it was made by the method ${meta.method}, which is not known here`);
  const unfit = unfitArray(network, weights);
  if (unfit) throw broken(`its array ${unfit.name} is not ${unfit.shape.join(' x ')}`);
  const outputs = layerShapes(network).at(-1)?.outputShape ?? [];
  if (!meta && (outputs.length !== 1 || outputs[0] !== classes.length))
    throw broken(`it names ${classes.length} classes and gives ${outputs.join(' x ')} values`);
}

const broken = (why: string): DomainError =>
  new DomainError('DATA_FORMAT', `The model file is incomplete: ${why}. Download it again.`);
