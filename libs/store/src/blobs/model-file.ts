import { classifierOf, decodeArrays, encodeArrays, type ModelManifest, modelManifest } from '@kshot/domain';
import type { Classifier } from '@kshot/fewshot';
import type { Blobs, Stored } from './blobs.js';

/** Stores a model whole: manifest and weights in one file, so that its hash names both. */
export const writeModel = (
  blobs: Blobs,
  manifest: ModelManifest,
  weights: Classifier['weights'],
): Promise<Stored> =>
  blobs.write(encodeArrays({ metadata: { manifest: JSON.stringify(manifest) }, arrays: weights }));

export async function readModel(
  blobs: Blobs,
  hash: string,
): Promise<{ manifest: ModelManifest; weights: Classifier['weights']; classifier: Classifier }> {
  const { metadata, arrays } = decodeArrays(await blobs.read(hash));
  const manifest = modelManifest.parse(JSON.parse(metadata.manifest ?? 'null'));
  return { manifest, weights: arrays, classifier: classifierOf(manifest, arrays) };
}
