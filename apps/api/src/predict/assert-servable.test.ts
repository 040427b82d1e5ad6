import { type Network, textTower, vit } from '@kshot/fewshot';
import { expect, test } from 'vitest';
import { assertServable } from './assert-servable.js';

const dense = { kind: 'dense', name: 'scores', units: 2, activation: 'linear' } as const;
const flatten = { kind: 'flatten', name: 'flat' } as const;
const conv = { kind: 'conv2d', name: 'wide', filters: 64, kernel: 3, padding: 'same' } as const;
const network = (inputShape: readonly number[], layers: Network['layers']): Network =>
  ({ inputShape, layers }) as Network;

test('a photo of 224 pixels is served', () => {
  const layers = [{ ...conv, activation: 'relu', bias: true } as const, flatten, dense];
  expect(() => assertServable(network([224, 224, 3], layers))).not.toThrow();
});

test('an input of 4000 x 4000 is refused by its shape', () => {
  expect(() => assertServable(network([4000, 4000, 3], [flatten, dense]))).toThrow(/4000 x 4000 x 3/);
});

test('a layer that blows a small input up is refused', () => {
  const padded = { kind: 'zeroPad', name: 'pad', vertical: [5000, 0], horizontal: [5000, 0] } as const;
  expect(() => assertServable(network([8, 8, 1], [padded, flatten, dense]))).toThrow(/5008 x 5008 x 1/);
});

test('an input whose size overflows is refused', () => {
  expect(() => assertServable(network([1e200, 1e200, 3], []))).toThrow(/at most/);
});

const base = { width: 768, blocks: 12, heads: 12, hidden: 3072, epsilon: 1e-6 };
const tiny = { width: 1, blocks: 1, heads: 1, hidden: 1, epsilon: 1e-6 };

test('a ViT-B/16 at 224 pixels is served', () => {
  expect(() => assertServable(vit({ ...base, side: 224, patch: 16 }))).not.toThrow();
});

test.each([
  ['pictures', vit({ ...tiny, side: 1024, patch: 1 }), '1 x 1048577 x 1048577'],
  [
    'texts',
    textTower({ ...tiny, length: 128, vocabulary: 9, positions: 50_000, padding: 1, reading: 'FILLED' }),
    '1 x 50000 x 50000',
  ],
])('an encoder of %s that compares too many tokens with each other is refused', (_, encoder, shape) => {
  expect(() => assertServable(encoder)).toThrow(
    expect.objectContaining({ code: 'DATA_TOO_LARGE', message: expect.stringContaining(shape) }),
  );
});
