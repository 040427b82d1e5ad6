// Writes model.safetensors: the encoder named as the input of a meta-model, which tells classes apart by cosine class means.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { metaTrainOptions, readSettings } from '@kshot/fewshot';
import { encodeArrays } from '@kshot/store';

const FEATURES = 512;
const { settings } = readSettings(metaTrainOptions, { method: 'PROTONET_COSINE', backbone: 'DENSE' });
const manifest = {
  format: 'kshot-model-1',
  input: { modality: 'TEXT', features: FEATURES, encoder: 'USE_LITE' },
  network: { inputShape: [FEATURES], layers: [] },
  classes: [],
  meta: settings,
};
const arrays = { 'metric/temperature': { shape: [1], values: Float32Array.of(10) } };
const file = encodeArrays({ metadata: { manifest: JSON.stringify(manifest) }, arrays });
writeFileSync(fileURLToPath(new URL('model.safetensors', import.meta.url)), Buffer.concat([...file]));
