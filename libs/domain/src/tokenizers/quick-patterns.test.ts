import { expect, test } from 'vitest';
import { isQuick, patternsIn } from './quick-patterns.js';

test.each([
  ' {2,}',
  '\\s+',
  '[!"#$%&\'()*+,-./:;<=>?@\\[\\\\\\]^_`{|}~]',
  "<\\|startoftext\\|>|<\\|endoftext\\|>|'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+",
  "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
])('%s, of a known tokeniser, is quick', (pattern) => {
  expect(isQuick(pattern)).toBe(true);
});

test.each(['(a+)+$', '(a|a)*$', '(?:a{1,9}){2,}b', '(\\w+\\s?)+$', 'a*a*$', '\\s*\\s*\\s*x'])(
  '%s is not',
  (pattern) => {
    expect(isQuick(pattern)).toBe(false);
  },
);

test('patterns are found however deep they lie', () => {
  const json = { normalizer: { normalizers: [{ pattern: { Regex: 'a+' } }, { pattern: { String: 'b' } }] } };
  expect(patternsIn(json)).toEqual(['a+']);
});
