import { readFileSync } from 'node:fs';
import { DomainError } from '@kshot/domain';
import { backboneOf, eagerEngine, featureExtractor } from '@kshot/fewshot';
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ForeignArrays, foreignArrays } from './foreign-arrays.js';
import { imageEncoderNetwork } from './image-encoder.js';
import type { ForeignBackbone } from './text-encoder.js';
import { towerOf } from './tower-of.js';

type Config = Record<string, unknown>;
interface Stored {
  readonly config: Config;
  readonly processor: Config;
  readonly image: number[];
  /** Of a larger picture; of the vision tower without projection. */
  readonly larger?: number[];
  readonly tower?: number[];
}
const read = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const towers = JSON.parse(read('tiny-towers.json').toString());
const { values: image, ...own } = JSON.parse(read('tiny-vit.json').toString());
const stored: Record<string, Stored> = {
  vit: { ...own, config: { model_type: 'vit', ...own.config }, image },
  ...towers,
};
const { vit, dinov2, clip, siglip } = stored as Record<'vit' | 'dinov2' | 'clip' | 'siglip', Stored>;
const arraysOf = (type: string): ForeignArrays => foreignArrays(read(`tiny-${type}.safetensors`));
const encoder = (
  type: string,
  { config, processor }: Pick<Stored, 'config' | 'processor'>,
  arrays = arraysOf(type),
): ForeignBackbone => imageEncoderNetwork(towerOf(config, false), processor, arrays);

/** The vision tower as it is saved alone, without its projection. */
const alone = (type: 'clip' | 'siglip'): ForeignBackbone => {
  const { names, find } = arraysOf(type);
  const PREFIX = 'vision_model.';
  const kept = names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
  const config = stored[type]!.config.vision_config as Config;
  return encoder(type, { ...stored[type]!, config }, { names: kept, find: (name) => find(PREFIX + name) });
};

beforeAll(async () => {
  await setBackend('cpu');
});

function features({ network, weights }: ForeignBackbone): number[] {
  const [side = 0] = network.inputShape;
  const pixels = Uint8Array.from({ length: side * side * 3 }, (_, i) => {
    const [y, x, c] = [Math.floor(i / 3 / side), Math.floor(i / 3) % side, i % 3];
    return (37 * y + 11 * x + 101 * c) % 256;
  });
  const images = { height: side, width: side, channels: 3, pixels };
  const input = { modality: 'IMAGE', height: side, width: side, channels: 3 } as const;
  const extractor = featureExtractor(eagerEngine(), backboneOf({ input, network, weights, classes: [] }));
  return [...extractor.features({ modality: 'IMAGE', images }, Int32Array.of(0)).values];
}
const near = (values: readonly number[] | undefined) => values?.map((value) => expect.closeTo(value, 4));

test.each(Object.keys(stored))('%s gives the features that transformers computes of a picture', (type) => {
  expect(features(encoder(type, stored[type]!))).toEqual(near(stored[type]!.image));
});

test.each(['clip', 'siglip'] as const)('the vision tower of %s alone gives its pooled output', (type) => {
  expect(features(alone(type))).toEqual(near(stored[type]!.tower));
});

test('dinov2 takes pictures as its processor cuts them, with interpolated positions', () => {
  const processor = { ...dinov2.processor, crop_size: { height: 20, width: 20 } };
  expect(features(encoder('dinov2', { ...dinov2, processor }))).toEqual(near(dinov2.larger));
});

test('other vision transformers take pictures as they were trained, whatever the processor cuts', () => {
  const { network } = encoder('vit', { ...vit, processor: { ...vit.processor, crop_size: 20 } });
  expect(network.inputShape).toEqual([12, 12, 3]);
});

test('what a configuration of siglip leaves out is as in transformers', () => {
  const config = { model_type: 'siglip', vision_config: { model_type: 'siglip_vision_model' } };
  expect(() => encoder('siglip', { ...siglip, config })).toThrow(
    /patch_embedding.weight are 16 x 3 x 4 x 4; the configuration says 768 x 3 x 16 x 16/,
  );
});

describe('refused', () => {
  const wrong = (type: string, changes: Config): (() => ForeignBackbone) => {
    const { config, ...rest } = stored[type]!;
    const nested = config.vision_config as Config | undefined;
    const changed = nested
      ? { ...config, vision_config: { ...nested, ...changes } }
      : { ...config, ...changes };
    return () => encoder(type, { ...rest, config: changed });
  };

  test.each(
    Object.keys(stored).flatMap((type) =>
      [
        { hidden_size: 1e9 },
        { hidden_size: 15 },
        { patch_size: 0 },
        { patch_size: 'large' },
        { patch_size: 2048 },
        { image_size: 100_000 },
        { image_size: 4096 },
        { num_hidden_layers: -1 },
        { num_hidden_layers: 1e9 },
        { num_attention_heads: 3 },
        { hidden_act: 'constructor' },
        { num_channels: 4 },
      ].map((changes) => [type, changes] as const),
    ),
  )('%s with %o', (type, changes) => {
    expect(wrong(type, changes)).toThrow(DomainError);
    expect(wrong(type, changes)).toThrow(expect.objectContaining({ code: 'DATA_FORMAT' }));
  });

  test('SwiGLU layers, by name', () => {
    expect(wrong('dinov2', { use_swiglu_ffn: true })).toThrow(/SwiGLU layers are not supported/);
  });

  test('a siglip tower without its pooling head, by name', () => {
    expect(wrong('siglip', { vision_use_head: false })).toThrow(/without a pooling head are not supported/);
  });

  test('a picture that is smaller than a patch', () => {
    const processor = { ...dinov2.processor, crop_size: 3 };
    expect(() => encoder('dinov2', { ...dinov2, processor })).toThrow(/larger than its pictures of 3 pixels/);
  });

  test.each([
    ['dinov2', 'encoder.layer.1.layer_scale2.lambda1'],
    ['clip', 'visual_projection.weight'],
    ['clip', 'vision_model.pre_layrnorm.bias'],
    ['siglip', 'vision_model.head.probe'],
  ] as const)('%s without the weights %s, by name', (type, missing) => {
    const { names, find } = arraysOf(type);
    const arrays: ForeignArrays = {
      names: names.filter((name) => name !== missing),
      find: (name) => (name === missing ? undefined : find(name)),
    };
    expect(() => encoder(type, stored[type]!, arrays)).toThrow(
      new RegExp(`${missing}( are missing|\\. Save the model)`),
    );
  });

  test('a projection of another width', () => {
    const config = { ...clip.config, projection_dim: 9 };
    expect(() => encoder('clip', { ...clip, config })).toThrow(
      /visual_projection.weight are 8 x 16; the configuration says 9 x 16/,
    );
  });
});
