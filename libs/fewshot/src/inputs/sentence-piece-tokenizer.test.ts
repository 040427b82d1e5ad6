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

test.each([
  ['its size', 3],
  ['its trie', 100],
  ['a replacement', charsmap().length - 1],
])('a normaliser that ends within %s is refused', (_, bytes) => {
  expect(() => charsmapNormaliser(charsmap().subarray(0, bytes))).toThrow(RangeError);
});

test('a normaliser with an endless replacement is refused', () => {
  const long = Buffer.concat([charsmap().subarray(0, -1), Buffer.alloc(300, 'a'), Buffer.of(0)]);
  expect(() => charsmapNormaliser(long)).toThrow(/a replacement of over 256 bytes/);
});

test('a trie that leads back to itself ends', () => {
  const looping = charsmap();
  // From the unit of “A” its children begin at 1, as those of the root do: there “A” is the same unit again.
  new DataView(looping.buffer).setUint32(4 + 4 * 0x40, (0x41 << 10) | 0x41, true);
  expect(charsmapNormaliser(looping)('A'.repeat(1000))).toBe('A'.repeat(1000));
});

test('normalised pieces stand between the numbers that begin and end a text', () => {
  expect(tokenizer.tokens('  Ab', 10)).toEqual([1, 3, 4, 2]);
});

test('a long text is cut and still ended', () => {
  expect(tokenizer.tokens('Abbbbb', 5)).toEqual([1, 3, 4, 4, 2]);
});

test('a text without pieces begins and ends', () => {
  expect(tokenizer.tokens(' ', 10)).toEqual([1, 2]);
});
