import { Tokenizer as Reader } from '@huggingface/tokenizers';
import { tokenizerOf } from '@kshot/fewshot';
import { expect, test } from 'vitest';
import stored from '../fixtures/tokenizers.json' with { type: 'json' };
import { registerTokenizer, tokenizerText } from './tokenizer-file.js';
import { readTokenizerJson, tokensIn } from './tokenizer-json.js';

test.each(Object.entries(stored))(
  '%s gives the tokens that Hugging Face tokenizers gives',
  (_, { tokenizer, pairs }) => {
    const { tokens } = tokenizerOf(registerTokenizer(JSON.stringify({ ...tokenizer, padding: 0 })));
    for (const [text, expected] of pairs)
      expect(tokens(text as string, 100), text as string).toEqual(expected);
  },
);

test('a text that is cut off still ends in the last token', () => {
  const { tokenizer, pairs } = stored.BPE;
  const { tokens } = tokenizerOf(registerTokenizer(JSON.stringify({ ...tokenizer, padding: 1 })));
  const whole = pairs[0]![1] as number[];
  expect(tokens(pairs[0]![0] as string, 4)).toEqual([...whole.slice(0, 3), 2]);
});

test('a tokeniser keeps its text for the file of a model', () => {
  const text = JSON.stringify({ ...stored.WordPiece.tokenizer, padding: 0 });
  expect(tokenizerText(registerTokenizer(text))).toBe(text);
});

test('what is not a tokeniser is refused', () => {
  expect(() => registerTokenizer('{"model":{}}')).toThrow(/tokenizer.json is incomplete or of a kind/);
});

test('a tokeniser of another kind is named', () => {
  expect(() => registerTokenizer('{"model":{"type":"WordLevel","vocab":{"a":0}}}')).toThrow(
    'tokenizer.json is of the kind WordLevel. Those of WordPiece, BPE, Unigram are read.',
  );
});

const wordPiece = stored.WordPiece.tokenizer;
const withModel = (model: object) => ({ ...wordPiece, model: { ...wordPiece.model, ...model } });
const { vocab } = wordPiece.model;

test.each([
  ['another sign of a piece within a word', withModel({ continuing_subword_prefix: '@@' })],
  ['shorter words', withModel({ max_input_chars_per_word: 1 })],
  ['nothing around a text', { ...wordPiece, post_processor: null }],
  [
    'ideographs within words',
    { ...wordPiece, normalizer: { ...wordPiece.normalizer, handle_chinese_chars: false } },
  ],
])('a BERT vocabulary with %s is cut as Hugging Face tokenizers does', (_, tokenizer) => {
  const { tokens } = tokenizerOf(registerTokenizer(JSON.stringify({ ...tokenizer, padding: 0 })));
  const reader = new Reader(tokenizer, {});
  for (const [text] of stored.WordPiece.pairs)
    expect(tokens(text as string, 100)).toEqual(Array.from(reader.encode(text as string).ids, Number));
});

test.each([
  [{ type: 'Prepend', prepend: 'a'.repeat(65) }],
  [
    {
      type: 'Sequence',
      normalizers: Array(8).fill({ type: 'Replace', pattern: { String: 'a' }, content: 'aaaaaaaaaa' }),
    },
  ],
])('rules that make texts too long are refused', (normalizer) => {
  const json = { ...wordPiece, padding: 0, normalizer };
  expect(() => registerTokenizer(JSON.stringify(json))).toThrow(/make texts too long/);
});

test.each([
  ['a number beyond any vocabulary', withModel({ vocab: { ...vocab, far: 4_294_967_294 } }), /incomplete/],
  ['two pieces of one number', withModel({ vocab: { ...vocab, twin: 0 } }), /Two pieces/],
  ['no token for unknown words', withModel({ unk_token: '<nope>' }), /for unknown words is not in/],
  ['an added token without content', { ...wordPiece, added_tokens: [{ id: 3, content: '' }] }, /incomplete/],
])('a tokeniser with %s is refused', (_, json, said) => {
  expect(() => registerTokenizer(JSON.stringify({ ...json, padding: 0 }))).toThrow(said);
});

test.each([
  ['padding', { ...wordPiece, padding: 5000 }],
  [
    'what is put around a text',
    {
      ...wordPiece,
      padding: 0,
      post_processor: { type: 'BertProcessing', cls: ['[CLS]', 2], sep: ['[SEP]', 5000] },
    },
  ],
  [
    'what is unknown',
    { ...stored.Unigram.tokenizer, padding: 0, model: { ...stored.Unigram.tokenizer.model, unk_id: 5000 } },
  ],
])('the number of tokens counts that of %s', (_, json) => {
  expect(tokensIn(readTokenizerJson(json))).toBe(5001);
});

test('what is put around a text by an unknown rule is refused', () => {
  const json = { ...stored.WordPiece.tokenizer, padding: 0, post_processor: { type: 'Odd' } };
  expect(() => registerTokenizer(JSON.stringify(json))).toThrow(
    'The post-processor of tokenizer.json is of the kind Odd.',
  );
});

test('a tokeniser without a vocabulary is refused', () => {
  const json = { model: { type: 'BPE', vocab: {}, merges: [] }, padding: 0 };
  expect(() => registerTokenizer(JSON.stringify(json))).toThrow(/incomplete/);
});

test('a tokeniser that has no number for what it does not know is refused', () => {
  const vocab = [
    ['▁', -1],
    ['a', -2],
  ];
  const model = { type: 'Unigram', unk_id: 99, vocab };
  expect(() => registerTokenizer(JSON.stringify({ model, padding: 0 }))).toThrow(/incomplete or of a kind/);
});

test('a pattern that a text could keep busy for minutes is refused', () => {
  const normalizer = { type: 'Replace', pattern: { Regex: '(a+)+$' }, content: 'b' };
  const text = JSON.stringify({ ...stored.BPE.tokenizer, normalizer, padding: 0 });
  expect(() => registerTokenizer(text)).toThrow(/repeats what is repeated already/);
});

/** A trie without sequences, so that texts stay as they are. */
const charsmap = Buffer.of(4, 0, 0, 0, 0, 0, 0, 0).toString('base64');
const sentencePieces = {
  charsmap,
  begin: 1,
  end: 2,
  pieces: [
    ['<unk>', 0],
    ['<s>', 0],
    ['</s>', 0],
    ['▁ä', -1],
  ],
};

test('pieces of a SentencePiece model travel in the same text', () => {
  const { tokens } = tokenizerOf(registerTokenizer(JSON.stringify({ padding: 4, sentencePieces })));
  expect(tokens('ä ä', 10)).toEqual([1, 3, 3, 2]);
});

test.each([
  ['a normaliser that is cut off', { charsmap: charsmap.slice(0, 4) }],
  ['no pieces', { pieces: [] }],
  ['a piece without end', { pieces: [...sentencePieces.pieces, ['a'.repeat(10_000), -1]] }],
  ['a score that is not a number', { pieces: [...sentencePieces.pieces, ['a', 'b']] }],
  ['a beginning that is not a piece', { begin: 4 }],
])('a SentencePiece model with %s is refused', (_, changed) => {
  const text = JSON.stringify({ padding: 4, sentencePieces: { ...sentencePieces, ...changed } });
  expect(() => registerTokenizer(text)).toThrow(expect.objectContaining({ code: 'DATA_FORMAT' }));
});
