import { inflateSync } from 'node:zlib';
import { sentencePieceTokenizer } from '@kshot/fewshot';
import { expect, test } from 'vitest';
import stored from './fixtures/original.json' with { type: 'json' };

const { sub, tokens } = (() => {
  const sub = stored.pieces.map(([number]) => number as number);
  const { tokens } = sentencePieceTokenizer({
    pieces: stored.pieces.map(([, text, score]) => [text as string, score as number]),
    charsmap: inflateSync(Buffer.from(stored.charsmap, 'base64')),
    begin: 1,
    end: 2,
    padding: 0,
  });
  return { sub, tokens };
})();

test.each(stored.texts.map((text, i) => [text, stored.tokens[i] as number[]] as const))(
  'the text %j gets the tokens that sentencepiece gives it',
  (text, expected) => {
    expect(tokens(text, 1000).map((number) => sub[number])).toEqual(expected);
  },
);
