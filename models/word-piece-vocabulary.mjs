import { readFileSync } from 'node:fs';

/** The vocabulary of a BERT `tokenizer.json`, as metadata of an encoder's file. @param {string} file */
export function wordPieceVocabulary(file) {
  const { model, normalizer } = JSON.parse(readFileSync(file, 'utf8'));
  /** @type {string[]} */
  const pieces = [];
  for (const [piece, number] of Object.entries(model.vocab)) pieces[number] = piece;
  return JSON.stringify({ pieces, lowercase: normalizer.lowercase, unknown: model.unk_token });
}
