// node convert.mjs FOLDER: writes encoder.safetensors of the folder's tokenizer.json and model.safetensors, and model.safetensors.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decodeArrays, encodeArrays, quantised } from '@kshot/domain';
import { writeEncoderModel } from '../encoder-model.mjs';
import { wordPieceVocabulary } from '../word-piece-vocabulary.mjs';

const folder = process.argv[2] ?? '.';
const { arrays } = decodeArrays(readFileSync(path.join(folder, 'model.safetensors')));
const table = arrays.embeddings;
if (!table) throw new Error('model.safetensors has no array named embeddings.');
const file = encodeArrays({
  metadata: { vocabulary: wordPieceVocabulary(path.join(folder, 'tokenizer.json')) },
  arrays: quantised('table', table, 0),
});
writeFileSync(new URL('encoder.safetensors', import.meta.url), Buffer.concat([...file]));
writeEncoderModel(new URL('model.safetensors', import.meta.url), 'POTION_BASE_8M', table.shape[1] ?? 0);
