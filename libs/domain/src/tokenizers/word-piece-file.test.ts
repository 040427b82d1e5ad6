import { readFileSync } from 'node:fs';
import { BERT_SPECIALS, tokenizerOf, type WordPieceVocabulary, wordPieceTokenizer } from '@kshot/fewshot';
import { expect, test } from 'vitest';
import { decodeArrays } from '../arrays/safetensors.js';
import { root } from '../root.js';
import { registerTokenizer, tokenizerFile } from './tokenizer-file.js';
import { wordPieceFile } from './word-piece-file.js';

const { metadata } = decodeArrays(readFileSync(new URL('models/minilm-l6/encoder.safetensors', root)));
const vocabulary = JSON.parse(metadata.vocabulary as string) as WordPieceVocabulary;

test('the file of a vocabulary gives its tokens', () => {
  const text = 'Can you déverrouiller my 2nd card, [MASK] please? [sep] [SEP]';
  const { tokens, padding } = tokenizerOf(registerTokenizer(wordPieceFile(vocabulary, 256)));
  const own = wordPieceTokenizer({ ...vocabulary, specials: BERT_SPECIALS });
  expect({ tokens: tokens(text, 50), padding }).toEqual({
    tokens: own.tokens(text, 50),
    padding: own.padding,
  });
});

test('a file says what fills texts up and where they are cut off, as Hugging Face has it', () => {
  const whole = JSON.parse(wordPieceFile(vocabulary, 32)) as object;
  const name = registerTokenizer(JSON.stringify({ ...whole, padding: 0, truncation: null }));
  expect(JSON.parse(tokenizerFile(name, 32)!)).toEqual(whole);
});

test('pieces that a text spells out are read as they stand', () => {
  const { tokens } = wordPieceTokenizer({ ...vocabulary, specials: BERT_SPECIALS });
  const [mask, sep] = ['[MASK]', '[SEP]'].map((piece) => vocabulary.pieces.indexOf(piece));
  expect(tokens('[MASK] [SEP]', 9).slice(1, -1)).toEqual([mask, sep]);
});
