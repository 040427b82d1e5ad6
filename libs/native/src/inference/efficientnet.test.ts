import { readFileSync } from 'node:fs';
import { classifierOf, decodeArrays, modelManifest } from '@kshot/domain';
import { backboneOf, featureExtractor } from '@kshot/fewshot';
import { beforeAll, expect, test } from 'vitest';
import { loadBackend } from '../backend.js';
import { engine } from '../engine.js';

const SIDE = 260;
const read = (url: string) => readFileSync(new URL(url, import.meta.url));
const { features: expected }: { features: number[] } = JSON.parse(
  read('fixtures/efficientnet-lite2.json').toString(),
);

beforeAll(async () => {
  await loadBackend({ threads: { intra: 1, inter: 1 } });
});

test('EfficientNet-Lite2 in 8 bits has the features that PyTorch computes of the same weights', () => {
  const { metadata, arrays } = decodeArrays(read('../../../../models/efficientnet-lite2/model.safetensors'));
  const model = classifierOf(modelManifest.parse(JSON.parse(metadata.manifest as string)), arrays);
  const pixels = Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, i) => {
    const [y, x, c] = [Math.floor(i / 3 / SIDE), Math.floor(i / 3) % SIDE, i % 3];
    return Math.round(127.5 + 127.5 * Math.sin(y / 9 + 2 * c) * Math.cos(x / 13 + c));
  });
  const raw = { modality: 'IMAGE', images: { height: SIDE, width: SIDE, channels: 3, pixels } } as const;
  const extractor = featureExtractor(engine(), backboneOf(model));
  const { values } = extractor.features(raw, Int32Array.of(0));
  extractor.dispose();
  const error = expected.map((value, i) => Math.abs(value - (values[i] as number)));
  expect(Math.max(...error)).toBeLessThan(1e-3);
});
