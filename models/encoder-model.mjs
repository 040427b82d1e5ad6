import { writeFileSync } from 'node:fs';
import { encodeArrays, encoderModel } from '@kshot/domain';

/**
 * Writes a sentence encoder, by its name, as the input of a meta-model that tells classes apart by cosine class means.
 * @param {URL} file @param {import('@kshot/fewshot').SentenceEncoderName} encoder @param {number} features
 */
export function writeEncoderModel(file, encoder, features) {
  const input = /** @type {const} */ ({ modality: 'TEXT', features, encoder });
  const { manifest, weights } = encoderModel(input, { inputShape: [features], layers: [] }, {});
  const metadata = { manifest: JSON.stringify(manifest) };
  writeFileSync(file, Buffer.concat([...encodeArrays({ metadata, arrays: weights })]));
}
