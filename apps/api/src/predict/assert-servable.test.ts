import type { Network } from '@kshot/fewshot';
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
