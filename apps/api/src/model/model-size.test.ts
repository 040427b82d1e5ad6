import { statSync } from 'node:fs';
import type { Layer, SentenceEncoderName } from '@kshot/fewshot';
import { expect, test } from 'vitest';
import { modelSize } from './model-size.js';

const fileOf = (name: string) => new URL(`../../../../models/${name}`, import.meta.url);
const model = (encoder: SentenceEncoderName, layers: Layer[]) => ({
  bytes: 1172n,
  parameterCount: 0,
  manifest: {
    input: { modality: 'TEXT' as const, features: 1, encoder },
    network: { inputShape: [1], layers },
  },
});

test.each<[SentenceEncoderName, string]>([
  ['MINILM_L6', 'minilm-l6/encoder.safetensors'],
  ['POTION_BASE_8M', 'potion-base-8m/encoder.safetensors'],
  ['USE_LITE', 'use-lite/weights.bin'],
])('a model that is %s alone takes what the encoder takes', (encoder, file) => {
  expect(modelSize(model(encoder, [])).bytes).toBe(statSync(fileOf(file)).size);
});

test('a model on two encoders takes what both take', () => {
  const bytes = (encoder: SentenceEncoderName) => modelSize(model(encoder, [])).bytes;
  expect(bytes('MINILM_L6_USE_LITE')).toBe(bytes('MINILM_L6') + bytes('USE_LITE'));
});

test('a model with layers of its own takes what these take', () => {
  expect(modelSize(model('MINILM_L6', [{ kind: 'flatten', name: 'flat' }]))).toEqual({
    bytes: 1172,
    parameterCount: 0,
  });
});
