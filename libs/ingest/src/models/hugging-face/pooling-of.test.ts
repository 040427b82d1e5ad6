import { expect, test } from 'vitest';
import { poolingOf } from './pooling-of.js';

const modules = (...types: string[]) =>
  types.map((type) => ({ type: `sentence_transformers.models.${type}` }));

test.each([
  ['MEAN', undefined, {}],
  ['MEAN', modules('Transformer', 'Pooling', 'Normalize'), { pooling_mode_mean_tokens: true }],
  ['FIRST', undefined, { pooling_mode_cls_token: true, pooling_mode_mean_tokens: false }],
] as const)('%s is taken', (pooling, listed, own) => {
  expect(poolingOf(listed, own)).toBe(pooling);
});

test.each([
  ['pooling_mode_max_tokens', undefined, { pooling_mode_max_tokens: true }],
  [
    'pooling_mode_cls_token, pooling_mode_mean_tokens',
    undefined,
    { pooling_mode_cls_token: true, pooling_mode_mean_tokens: true },
  ],
  ['the module Dense', modules('Transformer', 'Pooling', 'Dense'), {}],
])('%s is refused by name', (what, listed, own) => {
  expect(() => poolingOf(listed, own)).toThrow(`by ${what}, which is not supported`);
});
