import { readFileSync } from 'node:fs';
import { tokenizerOf, type WordPieceVocabulary, wordPieceTokenizer } from '@kshot/fewshot';
import { expect, test } from 'vitest';
import { decodeArrays } from '../arrays/safetensors.js';
import { root } from '../root.js';
import { registerTokenizer, tokenizerFile } from './tokenizer-file.js';
import { wordPieceFile } from './word-piece-file.js';

const { metadata } = decodeArrays(readFileSync(new URL('models/minilm-l6/encoder.safetensors', root)));
const vocabulary = JSON.parse(metadata.vocabulary as string) as WordPieceVocabulary;

test('the file of a vocabulary gives its tokens', () => {
  const text = 'Can you déverrouiller my 2nd card, please?';
  const { tokens, padding } = tokenizerOf(registerTokenizer(wordPieceFile(vocabulary)));
  const own = wordPieceTokenizer(vocabulary);
  expect({ tokens: tokens(text, 50), padding }).toEqual({
    tokens: own.tokens(text, 50),
    padding: own.padding,
  });
});

test('a file says what fills up texts as Hugging Face has it', () => {
  const { padding, ...json } = JSON.parse(wordPieceFile(vocabulary)) as { padding: unknown };
  const name = registerTokenizer(JSON.stringify({ ...json, padding: 0 }));
  expect(JSON.parse(tokenizerFile(name)!)).toEqual({ ...json, padding });
});
