// node convert.mjs SAVED: writes model.safetensors of a meta-model that `npm run bench -- accuracy … --save SAVED` trained.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deserialize } from 'node:v8';
import { encodeArrays } from '@kshot/domain';

const { model } = deserialize(readFileSync(process.argv[2] ?? ''));
const { input, network, settings, weights } = model;
const manifest = { format: 'kshot-model-1', input, network, classes: [], meta: settings };
const file = encodeArrays({ metadata: { manifest: JSON.stringify(manifest) }, arrays: weights });
writeFileSync(fileURLToPath(new URL('model.safetensors', import.meta.url)), Buffer.concat([...file]));
