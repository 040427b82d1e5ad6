import { expect, test } from 'vitest';
import { charsmapNormaliser } from './charsmap.js';
import { sentencePieceTokenizer } from './tokenizers.js';

/** A trie of the one sequence “A”, which becomes “a”: children of the root are at 1 ^ byte. */
function charsmap(): Uint8Array {
  const units = new Uint32Array(128);
  units[0] = 1 << 10;
  units[0x40] = (1 << 10) | 0x100 | 0x41;
  units[0x41] = 0x80000000;
  const out = new Uint8Array(4 + units.byteLength + 2);
  new DataView(out.buffer).setUint32(0, units.byteLength, true);
  out.set(new Uint8Array(units.buffer), 4);
  out.set([0x61, 0], 4 + units.byteLength);
  return out;
}
const tokenizer = sentencePieceTokenizer({
  pieces: [
    ['<unk>', 0],
    ['<s>', 0],
    ['</s>', 0],
    ['▁a', -1],
    ['b', -2],
  ],
  charsmap: charsmap(),
  begin: 1,
  end: 2,
  padding: 5,
});

test('a normaliser replaces what its trie has and keeps all other characters', () => {
  expect(charsmapNormaliser(charsmap())('BAÄ口😀A')).toBe('BaÄ口😀a');
});

test('a normaliser that is cut off is refused', () => {
  expect(() => charsmapNormaliser(charsmap().subarray(0, 100))).toThrow(/ends within its trie/);
});

test('normalised pieces stand between the numbers that begin and end a text', () => {
  expect(tokenizer.tokens('  Ab', 10)).toEqual([1, 3, 4, 2]);
});

test('a long text is cut and still ended', () => {
  expect(tokenizer.tokens('Abbbbb', 5)).toEqual([1, 3, 4, 4, 2]);
});

test('a text without pieces is one unknown piece', () => {
  expect(tokenizer.tokens(' ', 10)).toEqual([1, 0, 2]);
});
