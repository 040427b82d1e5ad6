import { tokenizerOf } from '@kshot/fewshot';
import { expect, test } from 'vitest';
import stored from './fixtures/tokenizers.json' with { type: 'json' };
import { registerTokenizer, tokenizerText } from './tokenizer-file.js';

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
  expect(() => registerTokenizer('{"model":{"type":"Dice"}}')).toThrow(
    /tokenizer.json is incomplete or of a kind/,
  );
});
