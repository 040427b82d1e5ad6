import { statSync } from 'node:fs';
import type { Model } from '@kshot/store';
import { expect, test } from 'vitest';
import { modelSize } from './model-size.js';

const fileOf = (name: string) => new URL(`../../../../models/${name}`, import.meta.url);
const model = (encoder: string, layers: object[]) =>
  ({
    bytes: 1172n,
    parameterCount: 0,
    manifest: { input: { modality: 'TEXT', features: 1, encoder }, network: { inputShape: [1], layers } },
  }) as unknown as Model;

test.each([
  ['MINILM_L6', 'minilm-l6/encoder.safetensors'],
  ['POTION_BASE_8M', 'potion-base-8m/encoder.safetensors'],
  ['USE_LITE', 'use-lite/weights.bin'],
])('a model that is %s alone takes what the encoder takes', (encoder, file) => {
  expect(modelSize(model(encoder, [])).bytes).toBe(statSync(fileOf(file)).size);
});

test('a model on two encoders takes what both take', () => {
  const bytes = (encoder: string) => modelSize(model(encoder, [])).bytes;
  expect(bytes('MINILM_L6_USE_LITE')).toBe(bytes('MINILM_L6') + bytes('USE_LITE'));
});

test('a model with layers of its own takes what these take', () => {
  expect(modelSize(model('MINILM_L6', [{ kind: 'dense' }]))).toEqual({ bytes: 1172, parameterCount: 0 });
});
