import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { DomainError } from '@kshot/domain';
import { expect, test } from 'vitest';
import type { Archive, ArchiveEntry } from '../../archives/archive.js';
import { type ForeignEncoder, readHuggingFace } from './read-hugging-face.js';

type Files = Record<string, Buffer | object>;
const bytes = (path: string): Buffer => readFileSync(new URL(path, import.meta.url));
const towers = JSON.parse(bytes('fixtures/tiny-towers.json').toString());
const files = JSON.parse(bytes('../../../../domain/src/fixtures/tokenizers.json').toString());

function entry(path: string, content: Buffer | object): ArchiveEntry {
  const file = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  return {
    path,
    name: path,
    bytes: file.length,
    read: async () => file,
    head: async (length) => file.subarray(0, length),
    stream: async () => Readable.from([file]),
  };
}
const reading = (content: Files): Promise<ForeignEncoder> => {
  const archive: Archive = {
    entries: Object.entries(content).map(([path, file]) => entry(path, file)),
    findings: [],
    close: async () => {},
  };
  return readHuggingFace(archive);
};
const of = (kind: 'clip' | 'siglip' | 'dinov2') => ({
  'config.json': towers[kind].config,
  'model.safetensors': bytes(`fixtures/tiny-${kind}.safetensors`),
});
const clip = of('clip');
const pictures = { 'preprocessor_config.json': towers.clip.processor };
const words = { 'tokenizer.json': files.CLIP.tokenizer };

test('of two towers that of pictures becomes the model', async () => {
  const { network, tokenizer } = await reading({ ...clip, ...pictures, ...words });
  expect([network.inputShape, tokenizer]).toEqual([[12, 12, 3], undefined]);
});

test('a processor of pictures within processor_config.json counts, too', async () => {
  const joined = { 'processor_config.json': { image_processor: towers.clip.processor } };
  const { network } = await reading({ ...clip, ...joined, ...words });
  expect(network.inputShape).toEqual([12, 12, 3]);
});

test('without a processor of pictures the text tower becomes the model, with its tokeniser', async () => {
  const { network, tokenizer } = await reading({ ...clip, ...words });
  expect([network.inputShape, tokenizer]).toEqual([[32], expect.stringMatching(/^[0-9a-f]{64}$/)]);
});

test('without a configuration of pictures the text tower becomes the model', async () => {
  const { vision_config: _, ...config } = towers.clip.config;
  const { network } = await reading({ ...clip, 'config.json': config, ...pictures, ...words });
  expect(network.inputShape).toEqual([32]);
});

test('a tokeniser with more tokens than the model knows is refused', async () => {
  const { tokenizer } = files.CLIP;
  const added = [...tokenizer.added_tokens, { ...tokenizer.added_tokens[0], id: 4999, content: '<|far|>' }];
  const read = reading({ ...clip, 'tokenizer.json': { ...tokenizer, added_tokens: added } });
  await expect(read).rejects.toThrow(/^tokenizer.json has 5000 tokens, and the model knows /);
});

test.each([
  'convnext',
  'swin',
  'beit',
  't5',
  'gpt2',
  'llama',
  'deberta-v2',
  'dinov2_with_registers',
  'siglip2',
])('the architecture %s is refused by name', async (type) => {
  const read = reading({ ...of('dinov2'), 'config.json': { model_type: type }, ...pictures });
  await expect(read).rejects.toThrow(
    expect.objectContaining({
      code: 'DATA_FORMAT',
      message: expect.stringMatching(new RegExp(`^Models of the architecture ${type} are not supported`)),
    }),
  );
});

test.each(['clip', 'siglip', 'dinov2'] as const)(
  '%s is refused wherever its weights are cut off',
  async (kind) => {
    const { 'model.safetensors': whole, ...rest } = of(kind);
    for (const share of [0, 0.0001, 0.01, 0.3, 0.6, 0.999])
      await expect(
        reading({ ...rest, ...pictures, 'model.safetensors': whole.subarray(0, whole.length * share) }),
      ).rejects.toThrow(DomainError);
  },
);
