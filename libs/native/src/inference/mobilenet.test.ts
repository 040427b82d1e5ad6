import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { loadBackend } from '../backend.js';
import { imageEmbedder } from './image-embedder.js';

beforeAll(async () => {
  await loadBackend({ threads: { intra: 1, inter: 1 } });
});

it('the first layers of a real MobileNet agree with numpy in double precision', () => {
  const fixture = JSON.parse(readFileSync(new URL('./fixtures/mobilenet.json', import.meta.url), 'utf8'));
  const bytes = (name: string) => new Uint8Array(Buffer.from(fixture[name], 'base64'));
  const embedder = imageEmbedder(fixture.model, bytes('weights'), 2);
  const { shape, values } = embedder.embed(bytes('pixels'));
  expect(shape).toEqual(fixture.shape);
  expect([...values]).toEqual(fixture.features.map((value: number) => expect.closeTo(value, 5)));
  embedder.dispose();
});
