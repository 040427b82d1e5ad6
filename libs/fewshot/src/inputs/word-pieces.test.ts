import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wordPieces } from './word-pieces.js';

const pairs: [text: string, numbers: number[]][] = JSON.parse(
  readFileSync(new URL('fixtures/word-pieces.json', import.meta.url), 'utf8'),
);
const header = readFileSync(
  new URL('../../../../models/potion-base-8m/encoder.safetensors', import.meta.url),
);
const { __metadata__ } = JSON.parse(header.subarray(8, 8 + Number(header.readBigUInt64LE(0))).toString());
const cut = wordPieces(JSON.parse(__metadata__.vocabulary));

test('English texts and random ones in many scripts have the pieces that Hugging Face tokenizers gives them', () => {
  expect(pairs.map(([text]) => [text, cut(text)])).toEqual(pairs);
});

test('no more pieces than asked for', () => {
  const [text, numbers] = pairs[0]!;
  expect(cut(text, 3)).toEqual(numbers.slice(0, 3));
});
