import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, expect, test } from 'vitest';
import { layerShapes } from '../shapes.js';
import { windows } from './windows.js';

beforeAll(async () => {
  await tf.setBackend('cpu');
});
const x = () => tf.tensor3d([1, 10, 2, 20, 3, 30], [1, 3, 2]);
const mask = () => tf.tensor2d([1, 1, 0], [1, 3]);

test('each token stands beside its neighbours, with zeros beyond the text and for padding', async () => {
  const found = windows(x(), mask(), { size: 3, before: 1 });
  expect(await found.array()).toEqual([
    [
      [0, 0, 1, 10, 2, 20],
      [1, 10, 2, 20, 0, 0],
      [2, 20, 0, 0, 0, 0],
    ],
  ]);
});

test('a window of one token chooses columns', async () => {
  expect(await windows(x(), mask(), { size: 1, before: 0, columns: [1, 2] }).array()).toEqual([
    [[10], [20], [0]],
  ]);
});

test.each([
  ['columns that are not there', { columns: [0, 3] as const }],
  ['more tokens than there are', { size: 1e9 }],
  ['half a token', { size: 1.5 }],
  ['all tokens in front', { before: 2 }],
])('a window of %s is refused by name', (_, changed) => {
  const layer = { kind: 'window', name: 'w', size: 2, before: 0, padding: 0, ...changed } as const;
  expect(() => layerShapes({ inputShape: [4, 2], layers: [layer] })).toThrow(/Layer w looks at/);
});
