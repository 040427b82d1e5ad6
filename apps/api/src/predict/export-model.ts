import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError, type ModelManifest } from '@kshot/domain';
import { exportClassifier } from '@kshot/native';
import { type Blobs, readModel } from '@kshot/store';
import { zipSync } from 'fflate';

/** The path of a ZIP with the model as a TensorFlow SavedModel, made once for each model; it appears whole. */
export async function exportModel(blobs: Blobs, hash: string, native: boolean): Promise<string> {
  const folder = join(blobs.dir, 'exports');
  const target = join(folder, `${hash}.saved-model.zip`);
  if (existsSync(target)) return target;
  if (!native)
    throw new DomainError(
      'UNAVAILABLE',
      'A SavedModel is written by the native backend, which does not run here. Download the TensorFlow.js model instead.',
    );
  await mkdir(folder, { recursive: true });
  const partial = await mkdtemp(join(folder, 'partial-'));
  try {
    const { manifest, classifier } = await readModel(blobs, hash);
    exportClassifier(join(partial, 'model'), classifier);
    const zip = zipSync({
      'saved_model.pb': await readFile(join(partial, 'model', 'saved_model.pb')),
      'variables/': new Uint8Array(),
      'kshot.json': Buffer.from(`${JSON.stringify(described(hash, manifest), null, 2)}\n`),
    });
    await writeFile(join(partial, 'zip'), zip);
    await rename(join(partial, 'zip'), target);
    return target;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

const described = (hash: string, manifest: ModelManifest) => ({ hash, ...manifest });
