import {
  classifierOf,
  decodeArrays,
  encodeArrays,
  type ModelManifest,
  modelManifest,
  narrowed,
  registerTokenizer,
  tokenizerText,
} from '@kshot/domain';
import type { Classifier } from '@kshot/fewshot';
import type { Blobs, Stored } from './blobs.js';

/** Stores a model whole: manifest, weights and tokeniser in one file, so that its hash names all. Weights that came from 8-bit integers and stayed are stored so. */
export const writeModel = (
  blobs: Blobs,
  manifest: ModelManifest,
  weights: Classifier['weights'],
): Promise<Stored> => {
  const { input } = manifest;
  const tokenizer = input.modality === 'TEXT' && input.tokenizer ? tokenizerText(input.tokenizer) : undefined;
  const metadata = { manifest: JSON.stringify(manifest), ...(tokenizer ? { tokenizer } : {}) };
  return blobs.write(encodeArrays({ metadata, arrays: narrowed(weights) }));
};

export async function readModel(
  blobs: Blobs,
  hash: string,
): Promise<{ manifest: ModelManifest; weights: Classifier['weights']; classifier: Classifier }> {
  const { metadata, arrays } = decodeArrays(await blobs.read(hash));
  const manifest = modelManifest.parse(JSON.parse(metadata.manifest ?? 'null'));
  if (metadata.tokenizer) registerTokenizer(metadata.tokenizer);
  return { manifest, weights: arrays, classifier: classifierOf(manifest, arrays) };
}
