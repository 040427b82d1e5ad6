import { readFileSync } from 'node:fs';
import { backboneOf, eagerEngine, featureExtractor } from '@kshot/fewshot';
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { foreignArrays } from './foreign-arrays.js';
import { imageEncoderNetwork } from './image-encoder.js';

const SIDE = 12;
const read = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const { config, processor, values: expected } = JSON.parse(read('tiny-vit.json').toString());

beforeAll(async () => {
  await setBackend('cpu');
});

test('vit gives the features that transformers computes of the same picture', () => {
  const { network, weights } = imageEncoderNetwork(
    config,
    processor,
    foreignArrays(read('tiny-vit.safetensors')),
  );
  const pixels = Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, i) => {
    const [y, x, c] = [Math.floor(i / 3 / SIDE), Math.floor(i / 3) % SIDE, i % 3];
    return (37 * y + 11 * x + 101 * c) % 256;
  });
  const input = { modality: 'IMAGE', height: SIDE, width: SIDE, channels: 3 } as const;
  const extractor = featureExtractor(eagerEngine(), backboneOf({ input, network, weights, classes: [] }));
  const images = { height: SIDE, width: SIDE, channels: 3, pixels };
  const { values } = extractor.features({ modality: 'IMAGE', images }, Int32Array.of(0));
  expect([...values]).toEqual(expected.map((value: number) => expect.closeTo(value, 4)));
});

test('a configuration that is not that of a vit is refused', () => {
  const arrays = foreignArrays(read('tiny-vit.safetensors'));
  expect(() => imageEncoderNetwork({ ...config, patch_size: 'large' }, processor, arrays)).toThrow(
    /patch_size/,
  );
});
