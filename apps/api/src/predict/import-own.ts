import { open, stat } from 'node:fs/promises';
import { DomainError } from '@kshot/domain';
import { type Classifier, layerShapes, metaMethods, type Network, parameterCount } from '@kshot/fewshot';
import { type Blobs, readModel } from '@kshot/store';
import type { BuiltModel } from './protocol.js';

/** Whether a file begins as one of our models does: the length of a JSON header, then the header. */
export async function isOwnModel(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(9), 0, 9, 0);
    return bytesRead === 9 && buffer.readUInt32LE(4) === 0 && buffer[8] === '{'.charCodeAt(0);
  } finally {
    await handle.close();
  }
}

/** A model that was downloaded from Kshot, as it was: the file is the model. */
export async function importOwn(blobs: Blobs, hash: string): Promise<BuiltModel> {
  const { manifest, weights } = await readModel(blobs, hash).catch((error: Error) => {
    throw broken(`it is not one that Kshot wrote (${error.message.split('\n')[0]})`);
  });
  if (manifest.meta && !(manifest.meta.method in metaMethods))
    throw broken(`it was made by the method ${manifest.meta.method}, which is not known here`);
  assertWhole(manifest.network, weights);
  const { size } = await stat(blobs.path(hash));
  return { stored: { hash, bytes: size }, manifest, parameterCount: parameterCount(manifest.network) };
}

function assertWhole(network: Network, weights: Classifier['weights']): void {
  for (const { layer, parameters, state } of layerShapes(network))
    for (const [name, shape] of Object.entries({ ...parameters, ...state })) {
      const found = weights[`${layer.name}/${name}`];
      if (found?.shape.join() !== shape.join())
        throw broken(`its array ${layer.name}/${name} is not ${shape.join(' x ')}`);
    }
}

const broken = (why: string): DomainError =>
  new DomainError('DATA_FORMAT', `The file is no whole model: ${why}. Download it again.`);
