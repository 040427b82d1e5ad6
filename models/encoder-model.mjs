import { writeFileSync } from 'node:fs';
import { encodeArrays } from '@kshot/domain';
import { metaTrainOptions, readSettings } from '@kshot/fewshot';

/**
 * Writes a sentence encoder, by its name, as the input of a meta-model that tells classes apart by cosine class means.
 * @param {URL} file @param {string} encoder @param {number} features
 */
export function writeEncoderModel(file, encoder, features) {
  const { settings } = readSettings(metaTrainOptions, { method: 'PROTONET_COSINE', backbone: 'DENSE' });
  const manifest = {
    format: 'kshot-model-1',
    input: { modality: 'TEXT', features, encoder },
    network: { inputShape: [features], layers: [] },
    classes: [],
    meta: settings,
  };
  const arrays = { 'metric/temperature': { shape: [1], values: Float32Array.of(10) } };
  writeFileSync(
    file,
    Buffer.concat([...encodeArrays({ metadata: { manifest: JSON.stringify(manifest) }, arrays })]),
  );
}
