// node convert.mjs FOLDER: writes encoder.safetensors of the folder's config, tokenizer and weights, and model.safetensors.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encodeArrays, quantised } from '@kshot/domain';
import { foreignArrays, textEncoderNetwork } from '@kshot/ingest';
import { writeEncoderModel } from '../encoder-model.mjs';
import { wordPieceVocabulary } from '../word-piece-vocabulary.mjs';

const folder = process.argv[2] ?? '.';
/** @param {string} name */
const read = (name) => readFileSync(path.join(folder, name));
const config = JSON.parse(read('config.json').toString());
const arrays = foreignArrays(read('model.safetensors'));
const { network, weights } = textEncoderNetwork(config.model_type, config, arrays, { length: 256 });
// A scale for each token and place, and for each output of a layer.
const stored = Object.entries(weights).map(([name, array]) => {
  if (array.shape.length < 2) return { [name]: array };
  return quantised(name, array, name.endsWith('/kernel') ? 1 : 0);
});
const file = encodeArrays({
  metadata: {
    vocabulary: wordPieceVocabulary(path.join(folder, 'tokenizer.json')),
    network: JSON.stringify(network),
  },
  arrays: Object.assign({}, ...stored),
});
writeFileSync(new URL('encoder.safetensors', import.meta.url), Buffer.concat([...file]));
writeEncoderModel(new URL('model.safetensors', import.meta.url), 'MINILM_L6', config.hidden_size);
